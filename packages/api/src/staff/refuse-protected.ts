import { AppError } from "@serverlesspresso/contracts/error";
import type { Caller } from "../caller";
import type { Standing } from "./staff-groups";

/** Throws `member_protected` for oneself, and for a member of every shop unless the manager is one too. */
export function refuseProtected(caller: Caller, id: string, standing: Standing | null): void {
  if (id === caller.sub) throw new AppError("member_protected", "You cannot change what you are yourself.");
  if (standing?.everywhere && !caller.groups.includes("manager")) {
    throw new AppError(
      "member_protected",
      "They work in every shop: only a manager of every shop may do this.",
    );
  }
}
