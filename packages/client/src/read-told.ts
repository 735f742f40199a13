import type * as z from "zod/mini";

/**
 * What a server answered or told, by its schema. Fields that a newer server has besides are left out of `told`: a
 * page stays open while one is deployed, and goes on.
 */
export function readTold<T>(schema: z.ZodMiniType<T>, told: unknown): z.core.util.SafeParseResult<T> {
  const read = schema.safeParse(told);
  const extra = read.success ? null : extraFields(read.error.issues);
  if (extra === null) return read;
  for (const { path, keys } of extra) leaveOut(told, path, keys);
  return schema.safeParse(told);
}

interface ExtraFields {
  path: readonly PropertyKey[];
  keys: readonly string[];
}

/** The fields that are too many; null if something else is wrong, too. */
function extraFields(
  issues: readonly z.core.$ZodIssue[],
  above: readonly PropertyKey[] = [],
): ExtraFields[] | null {
  const found: ExtraFields[] = [];
  for (const issue of issues) {
    const path = [...above, ...issue.path];
    if (issue.code === "unrecognized_keys") {
      found.push({ path, keys: issue.keys });
      continue;
    }
    const branches = issue.code === "invalid_union" ? issue.errors : [];
    const fitting = branches.map((branch) => extraFields(branch, path)).find((fields) => fields !== null);
    if (!fitting) return null;
    found.push(...fitting);
  }
  return found;
}

function leaveOut(told: unknown, path: readonly PropertyKey[], keys: readonly string[]): void {
  const owner = path.reduce<unknown>((part, key) => Reflect.get(Object(part), key), told);
  for (const key of keys) Reflect.deleteProperty(Object(owner), key);
}
