import type { Shop } from "@serverlesspresso/contracts/shop";
import { ShopLimits } from "@serverlesspresso/contracts/shop";
import * as z from "zod/mini";
import { describeLine } from "../line/describe-line";
import { menuOf } from "../menu/menu-of";
import type { Ports } from "../ports";
import { shopOf } from "./shop-of";
import { statusOf } from "./shop-status";

/** What everybody may know of a shop. Throws `not_found`. */
export async function describeShop(ports: Ports, eventId: string): Promise<Shop> {
  const [shop, menu, { row: line }] = await Promise.all([
    shopOf(ports.shops, eventId),
    menuOf(ports.menus, eventId),
    ports.lines.read(eventId),
  ]);
  const now = ports.clock.now();
  const status = statusOf(shop, now);
  return {
    eventId,
    name: shop.name,
    training: shop.training,
    timeZone: shop.timeZone,
    status,
    // What was said of a pause that is over, or of a shop that has closed since, is no longer so.
    message: shop.open === (status === "open") ? shop.message : null,
    reopensAt: status === "open" ? null : isoOrNull(shop.reopensAt),
    lastOrdersAt: status === "open" ? isoOrNull(shop.lastOrdersAt) : null,
    limits: z.object(ShopLimits.shape).parse(shop),
    placesLeft: Math.max(0, shop.maxOrdersInQueue - Object.keys(shop.inFlight).length),
    wait: describeLine(line, now).wait,
    menu: { version: menu.version, drinks: menu.drinks },
    version: shop.version,
    serverTime: new Date(now).toISOString(),
  };
}

function isoOrNull(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
