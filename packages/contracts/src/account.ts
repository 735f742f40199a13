import * as z from "zod/mini";

/** `DELETE /me`: the account is gone, with all that told whose orders they were. */
export const AccountDeleted = z
  .strictObject({ deleted: z.literal(true) })
  .register(z.globalRegistry, { id: "AccountDeleted" });
export type AccountDeleted = z.infer<typeof AccountDeleted>;
