import { type ConfigChanged, eventType } from "@serverlesspresso/contracts/event";
import { errorFields, log } from "../log";
import type { Ports } from "../ports";
import type { ShopRow } from "./shop-row";

type AnnouncePorts = Pick<Ports, "shops" | "bus" | "clock">;

/** Tells the bus of the shop's version. May happen twice. */
export async function announceShop(
  ports: AnnouncePorts,
  { eventId, version }: ShopRow,
  message = "The shop has changed.",
): Promise<void> {
  const detail: ConfigChanged = {
    eventId,
    version,
    Message: message,
    at: new Date(ports.clock.now()).toISOString(),
  };
  await ports.bus.put({ type: eventType.configChanged, detail });
  await ports.shops.markAnnounced(eventId, version);
}

/** The same, after a change that stands whether or not anybody hears of it now. */
export async function tryAnnounce(ports: AnnouncePorts, shop: ShopRow, message?: string): Promise<void> {
  try {
    await announceShop(ports, shop, message);
  } catch (error) {
    log("warn", "announcement left to the sweeper", { eventId: shop.eventId, ...errorFields(error) });
  }
}

/** Whether the bus was not told yet of what the shop is. */
export function owesAnnouncement({ version, announced }: ShopRow): boolean {
  return announced !== null && announced < version;
}
