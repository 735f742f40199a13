import type { Menu } from "@serverlesspresso/contracts/menu";
import type { ShopRow } from "./shop-row";

export interface ShopStore {
  read(eventId: string): Promise<ShopRow | null>;
  readMenu(eventId: string): Promise<Menu | null>;
  list(): Promise<ShopRow[]>;
  /** Frees the place of an order if that execution still holds it; whether it did. */
  removeLease(eventId: string, orderId: string, execution: string): Promise<boolean>;
}
