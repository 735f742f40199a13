import { AppError } from "@serverlesspresso/contracts/error";
import type { MenuRow } from "./menu-row";
import type { MenuStore } from "./menu-store";

/** The menu of a shop; throws `not_found` where there is none. */
export async function menuOf(menus: MenuStore, eventId: string): Promise<MenuRow> {
  const menu = await menus.read(eventId);
  if (menu === null) throw new AppError("not_found", `The shop "${eventId}" has no menu.`);
  return menu;
}
