import { z } from "zod";

/** What somebody may be made in a shop. A manager may do everything that a barista may. */
export const StaffRole = z.enum(["barista", "manager", "display"]);
export type StaffRole = z.infer<typeof StaffRole>;

export const MemberName = z.string().trim().min(1).max(40);

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
  .meta({ id: "Member" });
export type Member = z.infer<typeof Member>;

/** `GET /staff`, by name */
export const Staff = z.strictObject({ members: z.array(Member) }).meta({ id: "Staff" });
export type Staff = z.infer<typeof Staff>;

/** `POST /staff`: the address signs in from then on; one that has an account keeps it. */
export const AddMember = z
  .strictObject({
    email: z.string().trim().toLowerCase().max(254).pipe(z.email()),
    name: MemberName,
    role: StaffRole,
  })
  .meta({ id: "AddMember" });
export type AddMember = z.infer<typeof AddMember>;
