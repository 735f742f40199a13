import { AppError } from "@serverlesspresso/contracts/error";
import type { MenuDraft } from "@serverlesspresso/contracts/menu-draft";
import type { EditMenu } from "@serverlesspresso/contracts/menu-edit";
import type { Caller } from "../caller";
import { log } from "../log";
import type { Ports } from "../ports";
import { describeDraft, toDraft } from "./describe-draft";
import { menuOf } from "./menu-of";
import type { DraftRow } from "./menu-row";

/** Somebody edits or publishes the draft that they have seen at a version. */
export interface DraftRequest {
  eventId: string;
  version: number;
  caller: Caller;
}

/**
 * Keeps the draft of a menu. What it says of the availability of something published is not looked at: that
 * is switched, at once. Throws `edit_stale` with the draft as it is if it is no longer at `version`.
 */
export async function editDraft(
  ports: Pick<Ports, "menus" | "staff" | "clock">,
  request: DraftRequest,
  { drinks }: EditMenu,
): Promise<MenuDraft> {
  const { eventId, version, caller } = request;
  const menu = await menuOf(ports.menus, eventId);
  const read = await draftAt(ports, request);
  const next: DraftRow = {
    version: version + 1,
    drinks,
    changedBy: await ports.staff.nameOf(caller.username),
    changedByUserId: caller.sub,
    changedAt: ports.clock.now(),
  };
  if (!(await ports.menus.saveDraft(eventId, read, next))) throw await staleDraft(ports, eventId);
  log("info", "draft kept", { eventId, version: next.version });
  return toDraft(menu, next);
}

/** The draft at the version that a request has seen; throws `edit_stale`. */
export async function draftAt(
  ports: Pick<Ports, "menus">,
  { eventId, version }: DraftRequest,
): Promise<DraftRow | null> {
  const read = await ports.menus.readDraft(eventId);
  if ((read?.version ?? 0) !== version) throw await staleDraft(ports, eventId);
  return read;
}

/** The draft has moved on: it travels with the error. */
export async function staleDraft(ports: Pick<Ports, "menus">, eventId: string): Promise<AppError> {
  const draft = await describeDraft(ports, eventId);
  return new AppError(
    "edit_stale",
    `${draft.changedBy ?? "Somebody else"} has changed the draft meanwhile.`,
    {
      theirs: { by: draft.changedBy, draft },
    },
  );
}
