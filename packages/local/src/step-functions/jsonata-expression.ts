import jsonata from "jsonata";

const compiled = new Map<string, jsonata.Expression>();
const compiledAtMost = 5000;

/** No name that an expression could say, so that none reads or resets it. */
const budgetName = "steps left";
const mostSteps = 100_000;

class StepBudget {
  #left = mostSteps;

  take(): void {
    this.#left -= 1;
    if (this.#left < 0) throw new Error(`the evaluation did not end within ${mostSteps} steps`);
  }
}

/** What an evaluation is given beside its variables: an expression without end is ended by it. */
export function stepBudget(): Record<string, unknown> {
  return { [budgetName]: new StepBudget() };
}

/** JSONata lets nothing else run in between: what takes for ever would take the whole machine. */
function countStep(_step: unknown, _input: unknown, scope: { lookup(name: string): unknown }): void {
  const budget = scope.lookup(budgetName);
  if (budget instanceof StepBudget) budget.take();
}

/**
 * Compiles an expression once and keeps it; compiling costs ten times as much as evaluating.
 * @throws an object with JSONata's message where the syntax is wrong
 */
export function compileExpression(expression: string): jsonata.Expression {
  const known = compiled.get(expression);
  if (known !== undefined) return known;
  if (compiled.size >= compiledAtMost) compiled.clear();
  const fresh = jsonata(expression);
  // The one place that JSONata asks at each step; its types know only names that are texts.
  fresh.assign(Symbol.for("jsonata.__evaluate_entry") as unknown as string, countStep);
  compiled.set(expression, fresh);
  return fresh;
}
