import { z } from "zod";

/** `DELETE /me`: the account is gone, with all that told whose orders they were. */
export const AccountDeleted = z.strictObject({ deleted: z.literal(true) }).meta({ id: "AccountDeleted" });
export type AccountDeleted = z.infer<typeof AccountDeleted>;
