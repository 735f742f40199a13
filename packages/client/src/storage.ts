import type * as z from "zod/mini";

/** What is stored under a key, if it is JSON of this schema; else null. */
export function readStored<T>(storage: Storage, key: string, schema: z.ZodMiniType<T>): T | null {
  try {
    return schema.parse(JSON.parse(storage.getItem(key) ?? "null"));
  } catch {
    return null;
  }
}
