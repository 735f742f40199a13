import type { MenuDraft } from "@serverlesspresso/contracts/menu-draft";
import { asAvailableAs } from "@serverlesspresso/contracts/menu-edit";
import { log } from "../log";
import type { Ports } from "../ports";
import { tryAnnounce } from "../shop/announce-shop";
import { shopOf } from "../shop/shop-of";
import { toDraft } from "./describe-draft";
import { type DraftRequest, draftAt } from "./edit-draft";
import { menuOf } from "./menu-of";

const maxTries = 10;

/**
 * Makes the draft the menu, for everybody; nothing if there is no draft. A drink or a choice that is on the
 * menu already stays as available as it is there at that moment: what baristas switch off is never switched
 * on by publishing. Answers the draft, which is the menu then. Throws `edit_stale` as `editDraft` does.
 */
export async function publishMenu(
  ports: Pick<Ports, "shops" | "menus" | "bus" | "clock">,
  request: DraftRequest,
): Promise<MenuDraft> {
  const { eventId } = request;
  for (let tries = 0; tries < maxTries; tries += 1) {
    const [shop, read] = await Promise.all([shopOf(ports.shops, eventId), menuOf(ports.menus, eventId)]);
    const published = await draftAt(ports, request);
    if (!published?.drinks) return toDraft(read, published);
    const next = { drinks: asAvailableAs(read.drinks, published.drinks), switches: read.switches };
    const at = ports.clock.now();
    if (!(await ports.menus.change({ shop, read, next, published, at }))) continue;
    log("info", "menu published", { eventId, version: read.version + 1, drinks: next.drinks.length });
    await tryAnnounce(ports, { ...shop, version: shop.version + 1 }, "There is a new menu.");
    const emptied = { ...published, version: published.version + 1, drinks: null };
    return toDraft({ ...next, version: read.version + 1 }, emptied);
  }
  throw new Error(`The menu of ${eventId} changed ${maxTries} times while it was being published.`);
}
