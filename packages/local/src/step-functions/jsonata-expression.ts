import jsonata from "jsonata";

const compiled = new Map<string, jsonata.Expression>();
const compiledAtMost = 5000;

/**
 * Compiles an expression once and keeps it; compiling costs ten times as much as evaluating.
 * @throws an object with JSONata's message where the syntax is wrong
 */
export function compileExpression(expression: string): jsonata.Expression {
  const known = compiled.get(expression);
  if (known !== undefined) return known;
  if (compiled.size >= compiledAtMost) compiled.clear();
  const fresh = jsonata(expression);
  compiled.set(expression, fresh);
  return fresh;
}
