import { AwsError } from "../aws-error";

const step = /\.([\w-]+)|\['([^']+)'\]|\[(\d+)\]/y;

/**
 * Compiles the part of JSONPath that targets know: `$.detail.lines[0].name`, `$.['detail-type']`.
 * @throws AwsError ValidationException
 */
export function compileEventPath(path: string): (event: unknown) => unknown {
  const steps = stepsOf(path);
  return (event) => steps.reduce<unknown>((node, key) => child(node, key), event);
}

function stepsOf(path: string): string[] {
  const invalid = new AwsError("ValidationException", `Invalid JSONPath: ${path}`);
  if (!path.startsWith("$")) throw invalid;
  const text = path.slice(1).replaceAll(".[", "[");
  const steps: string[] = [];
  step.lastIndex = 0;
  while (step.lastIndex < text.length) {
    const found = step.exec(text);
    if (found === null) throw invalid;
    steps.push(found[1] ?? found[2] ?? found[3] ?? "");
  }
  return steps;
}

function child(node: unknown, key: string): unknown {
  if (typeof node !== "object" || node === null || !Object.hasOwn(node, key)) return undefined;
  return Reflect.get(node, key);
}
