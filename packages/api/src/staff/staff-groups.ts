import { type Member, StaffRole } from "@serverlesspresso/contracts/staff";
import type { Person } from "./staff-directory";

/** The most powerful first. */
const byPower: readonly StaffRole[] = ["manager", "barista", "display"];

/** What somebody is in a shop, and whether they are it in every shop. */
export type Standing = Pick<Member, "role" | "everywhere">;

/** The group of one shop's members with a role. */
export function shopGroup(role: StaffRole, eventId: string): string {
  return `${role}-${eventId}`;
}

/** The groups that make somebody a member of a shop: its own and those of every shop. */
export function staffGroups(eventId: string): string[] {
  return StaffRole.options.flatMap((role) => [role, shopGroup(role, eventId)]);
}

/** What of somebody's groups makes them a member of a shop. */
export function groupsHere(eventId: string, groups: readonly string[]): string[] {
  return staffGroups(eventId).filter((group) => groups.includes(group));
}

/** Whether somebody's groups make them a member of another shop too. */
export function worksElsewhere(eventId: string, groups: readonly string[]): boolean {
  const here = staffGroups(eventId);
  return groups.some(
    (group) =>
      !here.includes(group) && StaffRole.options.some((role) => group.startsWith(shopGroup(role, ""))),
  );
}

/** What somebody is in a shop by their groups; null for nothing. */
export function standingIn(eventId: string, groups: readonly string[]): Standing | null {
  const role = byPower.find((each) => groups.includes(each) || groups.includes(shopGroup(each, eventId)));
  if (role === undefined) return null;
  return { role, everywhere: StaffRole.options.some((each) => groups.includes(each)) };
}

export function toMember({ id, name }: Person, standing: Standing): Member {
  return { id, name, ...standing };
}
