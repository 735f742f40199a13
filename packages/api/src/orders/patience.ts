import type { Ports } from "../ports";
import { shopOf } from "../shop/shop-of";
import type { ShopRow } from "../shop/shop-row";
import type { OrderRow, PatienceSeconds } from "./order-row";

/** How long each wait of an order may take that is made in a shop now. */
export function patienceIn(shop: ShopRow): PatienceSeconds {
  return {
    customer: shop.customerPatienceSeconds,
    barista: shop.baristaPatienceSeconds,
    collection: shop.collectionPatienceSeconds,
  };
}

/** How long each wait of an order may take, whatever its shop is set to since: its workflow does not hear of that. */
export async function patienceOf({ shops }: Pick<Ports, "shops">, row: OrderRow): Promise<PatienceSeconds> {
  return row.patienceSeconds ?? patienceIn(await shopOf(shops, row.eventId));
}
