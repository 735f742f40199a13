import type { Staff } from "@serverlesspresso/contracts/staff";
import type { Ports } from "../ports";
import type { Person } from "./staff-directory";
import { staffGroups, standingIn, toMember } from "./staff-groups";

/** Who works in a shop, each once, by name. */
export async function listStaff({ staff }: Pick<Ports, "staff">, eventId: string): Promise<Staff> {
  const found = new Map<string, { person: Person; groups: string[] }>();
  const lists = staffGroups(eventId).map(async (group) => ({ group, people: await staff.membersOf(group) }));
  for (const { group, people } of await Promise.all(lists)) {
    for (const person of people) {
      const groups = found.get(person.id)?.groups ?? [];
      found.set(person.id, { person, groups: [...groups, group] });
    }
  }
  const members = [...found.values()].flatMap(({ person, groups }) => {
    const standing = standingIn(eventId, groups);
    return standing === null ? [] : [toMember(person, standing)];
  });
  return { members: members.sort((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id)) };
}
