import * as z from "zod/mini";

/** A member of an item that may be missing, or null: both are null. */
export const orNull = <Schema extends z.ZodMiniType>(schema: Schema) =>
  z.pipe(
    z.nullish(schema),
    z.transform((value) => value ?? null),
  );
