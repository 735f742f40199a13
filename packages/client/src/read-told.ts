import type * as z from "zod/mini";

type Read<T> = ReturnType<z.ZodMiniType<T>["safeParse"]>;
type Issue = NonNullable<Read<unknown>["error"]>["issues"][number];

/**
 * What a server answered or told, by its schema. Fields that a newer server has besides are left out of `told`: a
 * page stays open while one is deployed, and goes on.
 */
export function readTold<T>(schema: z.ZodMiniType<T>, told: unknown): Read<T> {
  const read = schema.safeParse(told);
  if (read.success || !areExtra(read.error.issues)) return read;
  leaveOut(told, read.error.issues);
  return schema.safeParse(told);
}

/** Whether nothing is wrong but that there are fields too many. */
function areExtra(issues: readonly Issue[]): boolean {
  return issues.every((issue) => issue.code === "unrecognized_keys" || fittingIn(issue) !== undefined);
}

/** Of a union the kind that `told` is but for its extra fields. */
function fittingIn(issue: Issue): readonly Issue[] | undefined {
  return issue.code === "invalid_union" ? issue.errors.find(areExtra) : undefined;
}

function leaveOut(told: unknown, issues: readonly Issue[]): void {
  for (const issue of issues) {
    const owner = issue.path.reduce<unknown>((part, key) => Object(part)[key], told);
    if (issue.code === "unrecognized_keys") for (const key of issue.keys) delete Object(owner)[key];
    else leaveOut(owner, fittingIn(issue) ?? []);
  }
}
