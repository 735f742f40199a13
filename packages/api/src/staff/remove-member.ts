import { AppError } from "@serverlesspresso/contracts/error";
import type { Staff } from "@serverlesspresso/contracts/staff";
import type { Caller } from "../caller";
import { log } from "../log";
import type { Ports } from "../ports";
import { changeGroups } from "./change-groups";
import { listStaff } from "./list-staff";
import { refuseProtected } from "./refuse-protected";
import { groupsHere, standingIn } from "./staff-groups";

export type StaffPorts = Pick<Ports, "staff" | "revocations" | "shops" | "clock">;

/**
 * Ends somebody's work in a shop and resolves to who remains. Throws `member_unknown` for whoever does not
 * work there, or no longer, and `member_protected`.
 */
export async function removeMember(
  ports: StaffPorts,
  caller: Caller,
  eventId: string,
  id: string,
): Promise<Staff> {
  const groups = (await ports.staff.groupsOf(id)) ?? [];
  const standing = standingIn(eventId, groups);
  if (standing === null) throw new AppError("member_unknown", "Nobody like that works in this shop.");
  refuseProtected(caller, id, standing);
  await changeGroups(ports, id, async () => {
    for (const group of groupsHere(eventId, groups)) await ports.staff.leave(id, group);
  });
  log("info", "member removed", { eventId, memberId: id, by: caller.sub });
  return listStaff(ports, eventId);
}
