import { useState } from "preact/hooks";
import type * as z from "zod/mini";

/** A value that this browser remembers; one that is no longer of the schema's shape is forgotten. */
export function useStored<Schema extends z.ZodMiniType>(
  name: string,
  schema: Schema,
  initial: z.output<Schema>,
): [z.output<Schema>, (value: z.output<Schema>) => void] {
  const [value, setValue] = useState(() => read(name, schema) ?? initial);
  const keep = (next: z.output<Schema>) => {
    setValue(next);
    localStorage.setItem(name, JSON.stringify(next));
  };
  return [value, keep];
}

function read<Schema extends z.ZodMiniType>(name: string, schema: Schema): z.output<Schema> | undefined {
  try {
    return schema.parse(JSON.parse(localStorage.getItem(name) ?? ""));
  } catch {
    return undefined;
  }
}
