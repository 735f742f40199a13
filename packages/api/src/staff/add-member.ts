import type { AddMember, Member, StaffRole } from "@serverlesspresso/contracts/staff";
import type { Caller } from "../caller";
import { log } from "../log";
import { shopOf } from "../shop/shop-of";
import { changeGroups, isUnderWay } from "./change-groups";
import { refuseProtected } from "./refuse-protected";
import type { StaffPorts } from "./remove-member";
import { groupsHere, type Standing, shopGroup, standingIn, toMember, worksElsewhere } from "./staff-groups";

/** Another manager may give the same person another role at the same time, but not this often. */
const maxTries = 5;

/**
 * Gives somebody a role in a shop, and an account if their address has none; a member gets the role instead
 * of their old one. Who works in another shop too keeps their name, which is read there: only a manager of every
 * shop gives them another. Throws `not_found` where there is no such shop, and `member_protected`.
 */
export async function addMember(
  ports: StaffPorts,
  caller: Caller,
  eventId: string,
  { email, name, role }: AddMember,
): Promise<Member> {
  await shopOf(ports.shops, eventId);
  const { id, isNew } = await ports.staff.accountOf(email, name);
  const everyGroup = (await ports.staff.groupsOf(id)) ?? [];
  const groups = groupsHere(eventId, everyGroup);
  refuseProtected(caller, id, standingIn(eventId, groups));
  const mayRename = caller.groups.includes("manager") || !worksElsewhere(eventId, everyGroup);
  if (!isNew && mayRename) await ports.staff.rename(id, name);
  const settle = () => settleRole(ports, eventId, id, role);
  const losesRole = groups.some((group) => group !== role && group !== shopGroup(role, eventId));
  // Whoever only gains has no token that says too much, and one of this very second must not be refused.
  const isStrict = losesRole || (await isUnderWay(ports, id));
  const standing = await (isStrict ? changeGroups(ports, id, settle) : settle());
  log("info", "member added", { eventId, memberId: id, role, by: caller.sub });
  return toMember({ id, name: mayRename ? name : await ports.staff.nameOf(id) }, standing);
}

/**
 * Puts somebody into the group of their role and takes them out of all others of the shop. The new one comes
 * first, so that nobody is left with none; of two roles given at the same time the more powerful one stays.
 */
async function settleRole(
  { staff }: StaffPorts,
  eventId: string,
  id: string,
  role: StaffRole,
): Promise<Standing> {
  const read = async () => groupsHere(eventId, (await staff.groupsOf(id)) ?? []);
  const leaveAllBut = async (kept: string, groups: readonly string[]) => {
    for (const group of groups) if (group !== kept) await staff.leave(id, group);
  };
  for (let tries = 0; tries < maxTries; tries += 1) {
    const before = await read();
    const wanted = before.includes(role) ? role : shopGroup(role, eventId);
    await staff.join(id, wanted);
    await leaveAllBut(wanted, before);
    const after = await read();
    const standing = standingIn(eventId, after);
    if (standing === null) continue;
    const kept = after.includes(standing.role) ? standing.role : shopGroup(standing.role, eventId);
    await leaveAllBut(kept, after);
    return { role: standing.role, everywhere: kept === standing.role };
  }
  throw new Error(`The groups of ${id} changed ${maxTries} times while a role was given.`);
}
