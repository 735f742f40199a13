import { AppError } from "@serverlesspresso/contracts/error";
import type { ShopRow } from "./shop-row";
import type { ShopStore } from "./shop-store";

/** The shop of that name; throws `not_found` where there is none. */
export async function shopOf(shops: ShopStore, eventId: string): Promise<ShopRow> {
  const shop = await shops.read(eventId);
  if (shop === null) throw new AppError("not_found", `There is no shop called "${eventId}".`);
  return shop;
}
