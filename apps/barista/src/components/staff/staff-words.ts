import { AppError, type ErrorCode } from "@serverlesspresso/contracts/error";
import type { Member, StaffRole } from "@serverlesspresso/contracts/staff";

/** What somebody is, and what that lets them do. */
export const roleWords: Record<StaffRole, { name: string; note: string }> = {
  barista: { name: "Barista", note: "makes the drinks" },
  manager: { name: "Manager", note: "also looks after the staff" },
  display: { name: "Screen", note: "shows the board and the code" },
};

/** What happens when a member is removed. */
export function removalWords({ name, role }: Member): string {
  const end = role === "display" ? "shows no board of this bar" : "is signed out of this bar";
  return `${name} ${end} within a minute. Orders stay as they are.`;
}

/** Why a member is still there, or never was. */
export function keptWords(error: Error, { name, everywhere }: Member): string {
  if (!(error instanceof AppError)) return "Not removed: the shop does not answer. Try again in a moment.";
  const words: Partial<Record<ErrorCode, string>> = {
    member_protected: everywhere
      ? `${name} works in every shop: only a manager of every shop can remove them.`
      : "You cannot remove yourself. Another manager can.",
    member_unknown: `${name} does not work here any more. The list is up to date now.`,
    forbidden: "Not removed: you are not a manager of this shop any more.",
    rate_limited: "Not removed: too much at once. Try again in a minute.",
  };
  return words[error.code] ?? "Not removed. Try again in a moment.";
}
