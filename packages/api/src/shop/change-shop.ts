import { AppError } from "@serverlesspresso/contracts/error";
import type { ShopSettings } from "@serverlesspresso/contracts/shop";
import type { Caller } from "../caller";
import { log } from "../log";
import type { Ports } from "../ports";
import { tryAnnounce } from "./announce-shop";
import { describeShop } from "./describe-shop";
import { shopOf } from "./shop-of";
import type { DecidedShop } from "./shop-row";

/** A manager sets a shop that they have seen at a version. */
export interface ShopRequest {
  eventId: string;
  version: number;
  caller: Caller;
}

/**
 * Opens, closes or pauses the shop and sets its limits. Throws `edit_stale` with the shop as it is, and who
 * set it last, if it is no longer at `version`.
 */
export async function changeShop(
  ports: Ports,
  { eventId, version, caller }: ShopRequest,
  settings: ShopSettings,
): Promise<void> {
  const read = await shopOf(ports.shops, eventId);
  if (read.version !== version) throw await staleShop(ports, eventId);
  const changedBy = await ports.staff.nameOf(caller.username);
  const decided = { ...decidedBy(settings), changedBy, changedByUserId: caller.sub };
  const changed = await ports.shops.change(read, { ...decided, changedAt: ports.clock.now() });
  if (!changed) throw await staleShop(ports, eventId);
  log("info", "shop changed", { eventId, version: version + 1, status: settings.status });
  await tryAnnounce(ports, { ...read, version: version + 1 });
}

async function staleShop(ports: Ports, eventId: string): Promise<AppError> {
  const [shop, { changedBy }] = await Promise.all([
    describeShop(ports, eventId),
    shopOf(ports.shops, eventId),
  ]);
  return new AppError("edit_stale", `${changedBy ?? "Somebody else"} has changed the shop meanwhile.`, {
    theirs: { by: changedBy, shop },
  });
}

function decidedBy(settings: ShopSettings): Omit<DecidedShop, "changedBy" | "changedByUserId" | "changedAt"> {
  const { status, message, reopensAt, lastOrdersAt, limits } = settings;
  return {
    ...limits,
    open: status === "open",
    reason: status === "paused" ? "paused" : "closed",
    message,
    reopensAt: reopensAt === null ? null : Date.parse(reopensAt),
    lastOrdersAt: lastOrdersAt === null ? null : Date.parse(lastOrdersAt),
  };
}
