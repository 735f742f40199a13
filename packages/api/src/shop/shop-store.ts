import type { Person } from "../staff/staff-directory";
import type { DecidedShop, ShopRow } from "./shop-row";

export interface ShopStore {
  read(eventId: string): Promise<ShopRow | null>;

  /** The event ids of all shops, also of those whose row cannot be read. */
  listIds(): Promise<string[]>;

  /**
   * Gives the shop its next version; false if `read` is no longer its version. The version before counts as
   * announced, so that the new one is owed to the bus from the same write on.
   */
  change(read: ShopRow, decided: DecidedShop): Promise<boolean>;

  /** Notes that the bus was told of a version; nothing if it was told of a later one. */
  markAnnounced(eventId: string, version: number): Promise<void>;

  /** Takes somebody off a shop if they set it last, which is no change of the shop. */
  forgetChanger(eventId: string, person: Person): Promise<void>;

  /** Frees the place of an order if that execution still holds it; whether it did. */
  removeLease(eventId: string, orderId: string, execution: string): Promise<boolean>;
}
