import * as z from "zod/mini";

/** What somebody may be made in a shop. A manager may do everything that a barista may. */
export const StaffRole = z.enum(["barista", "manager", "display"]);
export type StaffRole = z.infer<typeof StaffRole>;

export const MemberName = z.string().check(z.trim(), z.minLength(1), z.maxLength(40));

/** Somebody who works in a shop; the screen on its wall is one of them. */
export const Member = z
  .strictObject({
    id: z.string(),
    /** What colleagues and customers read. */
    name: z.string(),
    role: StaffRole,
    /** Works in every shop: only a manager of every shop may remove them. */
    everywhere: z.boolean(),
  })
  .register(z.globalRegistry, { id: "Member" });
export type Member = z.infer<typeof Member>;

/** `GET /staff`, by name */
export const Staff = z.strictObject({ members: z.array(Member) }).register(z.globalRegistry, { id: "Staff" });
export type Staff = z.infer<typeof Staff>;

/** Cognito makes the account with the address as its user name, and takes no longer one. */
const mostOfAddress = 128;

/** `POST /staff`: the address signs in from then on; one that has an account keeps it. */
export const AddMember = z
  .strictObject({
    email: z.pipe(z.string().check(z.trim(), z.toLowerCase(), z.maxLength(mostOfAddress)), z.email()),
    name: MemberName,
    role: StaffRole,
  })
  .register(z.globalRegistry, { id: "AddMember" });
export type AddMember = z.infer<typeof AddMember>;
