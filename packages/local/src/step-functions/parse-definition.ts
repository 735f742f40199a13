import { AwsError } from "../aws-error";
import { parseJson } from "../json-depth";
import { Definition, type State } from "./definition";
import { compileExpression } from "./jsonata-expression";
import { expressionOf } from "./jsonata-template";
import { parseTaskResource } from "./task-resource";

const parsed = new Map<string, Definition>();
const parsedAtMost = 200;

/**
 * Reads a definition and checks all that can be known before it runs.
 * @throws AwsError InvalidDefinition naming each state and field that is wrong or not implemented here
 */
export function parseDefinition(text: string): Definition {
  const known = parsed.get(text);
  if (known !== undefined) return known;
  const read = Definition.safeParse(readJson(text));
  if (!read.success) refuse(read.error.issues.map((issue) => describe(issue.path, issue)));
  const problems = [...checkTransitions(read.data), ...checkStates(read.data)];
  if (problems.length > 0) refuse(problems);
  if (parsed.size >= parsedAtMost) parsed.clear();
  parsed.set(text, read.data);
  return read.data;
}

/** The states that a state can go to. */
function nextStates(state: State): string[] {
  const next = "Next" in state && state.Next !== undefined ? [state.Next] : [];
  if (state.Type === "Choice") {
    next.push(...state.Choices.map((rule) => rule.Next));
    if (state.Default !== undefined) next.push(state.Default);
  }
  if (state.Type === "Task") next.push(...(state.Catch ?? []).map((catcher) => catcher.Next));
  return next;
}

function readJson(text: string): unknown {
  try {
    return parseJson(text);
  } catch (cause) {
    throw new AwsError("InvalidDefinition", `Invalid State Machine Definition: INVALID_JSON: ${cause}`);
  }
}

function refuse(problems: string[]): never {
  throw new AwsError("InvalidDefinition", `Invalid State Machine Definition: ${problems.join("; ")}`);
}

function describe(path: PropertyKey[], issue: { code?: string; message: string; keys?: string[] }): string {
  const [top, state, ...rest] = path.map(String);
  const inState = top === "States" && state !== undefined;
  const where = inState ? ` of state "${state}"` : "";
  const field = inState ? rest : path.map(String);
  if (issue.code === "unrecognized_keys") {
    const names = (issue.keys ?? []).map((key) => [...field, key].join("/")).join(", ");
    return `field ${names}${where} is not implemented here`;
  }
  if (inState && rest.length === 1 && rest[0] === "Type") {
    return `field Type${where}: this type is not implemented here`;
  }
  return `field ${field.join("/") || "/"}${where}: ${issue.message}`;
}

function checkTransitions(definition: Definition): string[] {
  const problems = [];
  const { States: states, StartAt: startAt } = definition;
  if (!Object.hasOwn(states, startAt)) problems.push(`field StartAt: there is no state "${startAt}"`);
  for (const [name, state] of Object.entries(states)) {
    for (const next of nextStates(state)) {
      if (!Object.hasOwn(states, next))
        problems.push(`state "${name}" goes to "${next}", which does not exist`);
    }
    if ("Resource" in state || state.Type === "Pass" || state.Type === "Wait") {
      if ((state.Next === undefined) === (state.End === undefined)) {
        problems.push(`state "${name}" needs exactly one of Next and End`);
      }
    }
  }
  if (problems.length > 0) return problems;
  const reached = new Set<string>();
  const toVisit = [startAt];
  for (let name = toVisit.pop(); name !== undefined; name = toVisit.pop()) {
    const state = states[name];
    if (reached.has(name) || state === undefined) continue;
    reached.add(name);
    toVisit.push(...nextStates(state));
  }
  return Object.keys(states)
    .filter((name) => !reached.has(name))
    .map((name) => `state "${name}" is not reachable`);
}

function checkStates(definition: Definition): string[] {
  return Object.entries(definition.States).flatMap(([name, state]) => {
    const problems = checkExpressions(state).map((problem) => `state "${name}": ${problem}`);
    if (state.Type !== "Task") return problems;
    if (parseTaskResource(state.Resource) === undefined) {
      problems.push(`field Resource of state "${name}": ${state.Resource} is not implemented here`);
    }
    const lists = [state.Retry ?? [], state.Catch ?? []];
    for (const list of lists) {
      const wrong = list.some(({ ErrorEquals: errors }, index) => {
        return errors.includes("States.ALL") && (errors.length > 1 || index < list.length - 1);
      });
      if (wrong) problems.push(`state "${name}": States.ALL must stand alone and in the last entry`);
    }
    return problems;
  });
}

/** Compiles every JSONata string of a state and refuses `$eval`. */
function checkExpressions(value: unknown, field = ""): string[] {
  if (typeof value === "string") {
    const expression = expressionOf(value);
    if (expression === undefined) return [];
    try {
      const forbidden = mentionsEval(compileExpression(expression).ast());
      return forbidden ? [`field ${field}: $eval is not allowed`] : [];
    } catch (cause) {
      const message =
        typeof cause === "object" && cause !== null && "message" in cause ? cause.message : cause;
      return [`field ${field}: the JSONata is wrong: ${String(message)}`];
    }
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    checkExpressions(each, field ? `${field}/${key}` : key),
  );
}

function mentionsEval(node: unknown, seen = new Set<unknown>()): boolean {
  if (typeof node !== "object" || node === null || seen.has(node)) return false;
  seen.add(node);
  if ("type" in node && node.type === "variable" && "value" in node && node.value === "eval") return true;
  return Object.values(node).some((each) => mentionsEval(each, seen));
}
