import type { Person } from "../staff/staff-directory";

/** Whether somebody changed a thing last; where it was written before ids were kept, the name tells. */
export function isChanger(
  { changedBy, changedByUserId }: { changedBy: string | null; changedByUserId: string | null },
  { id, name }: Person,
): boolean {
  return changedByUserId === null ? changedBy === name : changedByUserId === id;
}
