import { compileExpression, stepBudget } from "./jsonata-expression";
import { stepFunctionsFunctions } from "./jsonata-functions";
import { StateError } from "./state-error";

/** The values an expression sees: `states` and the execution's variables, each a JSON value. */
export type Bindings = Record<string, unknown>;

/**
 * Evaluates every `{% … %}` string of a JSON value, however deep, and answers plain JSON.
 * @param field where it stands in the state, for messages: `Arguments`
 * @throws StateError States.QueryEvaluationError where an expression fails or answers nothing
 */
export async function evaluateTemplate(
  template: unknown,
  bindings: Bindings,
  now: number,
  field: string,
): Promise<unknown> {
  if (typeof template === "string") {
    const expression = expressionOf(template);
    return expression === undefined ? template : evaluateExpression(expression, bindings, now, field);
  }
  if (Array.isArray(template)) {
    const items = [];
    for (const [index, item] of template.entries()) {
      items.push(await evaluateTemplate(item, bindings, now, `${field}[${index}]`));
    }
    return items;
  }
  if (typeof template !== "object" || template === null) return template;
  const result: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(template)) {
    result[key] = await evaluateTemplate(value, bindings, now, `${field}/${key}`);
  }
  return result;
}

/** The JSONata within `{% … %}`, or nothing for an ordinary string. */
export function expressionOf(text: string): string | undefined {
  return text.startsWith("{%") && text.endsWith("%}") && text.length >= 4
    ? text.slice(2, -2).trim()
    : undefined;
}

async function evaluateExpression(
  expression: string,
  bindings: Bindings,
  now: number,
  field: string,
): Promise<unknown> {
  let result: unknown;
  try {
    result = await compileExpression(expression).evaluate(undefined, {
      ...stepFunctionsFunctions(now),
      ...bindings,
      ...stepBudget(),
    });
  } catch (cause) {
    throw failure(expression, field, `failed: ${messageOf(cause)}`);
  }
  // A round trip drops what only JSONata knows: null prototypes, sequence flags, functions.
  const json = isFunction(result) ? undefined : JSON.stringify(result);
  if (json === undefined) {
    const what = result === undefined ? "nothing (undefined)" : "a value that is no JSON";
    throw failure(expression, field, `returned ${what}`);
  }
  return JSON.parse(json);
}

function failure(expression: string, field: string, what: string): StateError {
  const cause = `The JSONata expression '${expression}' specified for the field '${field}' ${what}.`;
  return new StateError("States.QueryEvaluationError", cause, field);
}

function isFunction(value: unknown): boolean {
  if (typeof value === "function") return true;
  return (
    typeof value === "object" &&
    value !== null &&
    ("_jsonata_lambda" in value || "_jsonata_function" in value)
  );
}

function messageOf(cause: unknown): string {
  // JSONata throws plain objects with a message, not Errors.
  if (typeof cause === "object" && cause !== null && "message" in cause) return String(cause.message);
  return String(cause);
}
