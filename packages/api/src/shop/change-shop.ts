import { AppError } from "@serverlesspresso/contracts/error";
import { type ConfigChanged, eventType } from "@serverlesspresso/contracts/event";
import type { ShopSettings } from "@serverlesspresso/contracts/shop";
import { errorFields, log } from "../log";
import type { Ports } from "../ports";
import { shopOf } from "./shop-of";
import type { DecidedShop, ShopRow } from "./shop-row";

type ShopPorts = Pick<Ports, "shops" | "bus" | "clock">;

/** Opens, closes or pauses the shop and sets its limits. Throws `edit_stale` if it is no longer at `version`. */
export async function changeShop(
  ports: ShopPorts,
  eventId: string,
  version: number,
  settings: ShopSettings,
): Promise<void> {
  const read = await shopOf(ports.shops, eventId);
  if (read.version !== version || !(await ports.shops.change(read, decidedBy(settings)))) {
    throw new AppError("edit_stale", "Somebody else has changed the shop meanwhile.");
  }
  log("info", "shop changed", { eventId, version: version + 1, status: settings.status });
  try {
    await announceShop(ports, { ...read, version: version + 1 });
  } catch (error) {
    log("warn", "announcement left to the sweeper", { eventId, ...errorFields(error) });
  }
}

function decidedBy({ status, message, reopensAt, lastOrdersAt, limits }: ShopSettings): DecidedShop {
  return {
    ...limits,
    open: status === "open",
    reason: status === "paused" ? "paused" : "closed",
    message,
    reopensAt: reopensAt === null ? null : Date.parse(reopensAt),
    lastOrdersAt: lastOrdersAt === null ? null : Date.parse(lastOrdersAt),
  };
}

/** Tells the bus of the shop's version. May happen twice. */
export async function announceShop(ports: ShopPorts, { eventId, version }: ShopRow): Promise<void> {
  const detail: ConfigChanged = {
    eventId,
    version,
    Message: "The shop has changed.",
    at: new Date(ports.clock.now()).toISOString(),
  };
  await ports.bus.put({ type: eventType.configChanged, detail });
  await ports.shops.markAnnounced(eventId, version);
}

/** Whether the bus was not told yet of what the shop is. */
export function owesAnnouncement({ version, announced }: ShopRow): boolean {
  return announced !== null && announced < version;
}
