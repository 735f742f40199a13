import type { z } from "zod";
import { hasPlaceholder } from "./placeholder";

type Issue = z.core.$ZodIssue;

/**
 * What a resource type refuses about properties, one line each. A value that is only known after
 * deployment is not judged yet, but a property that nobody knows is.
 */
export function propertyProblems(issues: readonly Issue[], properties: unknown): string[] {
  return issues.flatMap((issue) => problemsOf(issue, [], properties));
}

function problemsOf(issue: Issue, parents: readonly PropertyKey[], properties: unknown): string[] {
  const path = [...parents, ...issue.path];
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => `property ${[...path, key].join(".")} is not supported`);
  }
  if (issue.code === "invalid_union" && issue.errors.length > 0) {
    const branches = issue.errors.map((errors) =>
      errors.flatMap((error) => problemsOf(error, path, properties)),
    );
    return branches.reduce((best, branch) => (branch.length < best.length ? branch : best));
  }
  if (hasPlaceholder(valueAt(properties, path))) return [];
  return [`property ${path.join(".") || "(all)"}: ${issue.message}`];
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let found: unknown = value;
  for (const key of path) {
    if (typeof found !== "object" || found === null) return undefined;
    found = Reflect.get(found, key);
  }
  return found;
}
