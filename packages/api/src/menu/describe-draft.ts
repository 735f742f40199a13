import type { MenuDraft } from "@serverlesspresso/contracts/menu-draft";
import { asAvailableAs } from "@serverlesspresso/contracts/menu-edit";
import type { Ports } from "../ports";
import { menuOf } from "./menu-of";
import type { DraftRow, MenuRow } from "./menu-row";

/** The draft of a shop's menu, or what a first one would begin with. Throws `not_found`. */
export async function describeDraft({ menus }: Pick<Ports, "menus">, eventId: string): Promise<MenuDraft> {
  const [menu, draft] = await Promise.all([menuOf(menus, eventId), menus.readDraft(eventId)]);
  return toDraft(menu, draft);
}

/** A draft as managers see it. */
export function toDraft(menu: MenuRow, draft: DraftRow | null): MenuDraft {
  const { drinks = null, changedAt = null, changedBy = null } = draft ?? {};
  return {
    version: draft?.version ?? 0,
    drinks: drinks === null ? menu.drinks : asAvailableAs(menu.drinks, drinks),
    changedBy: drinks === null ? null : changedBy,
    changedAt: drinks === null || changedAt === null ? null : new Date(changedAt).toISOString(),
  };
}
