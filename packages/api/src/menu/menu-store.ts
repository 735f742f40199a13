import type { ShopRow } from "../shop/shop-row";
import type { Person } from "../staff/staff-directory";
import type { DraftRow, KnownSwitch, MenuRow } from "./menu-row";

/** What becomes of a menu. */
export interface MenuChange {
  /** The shop as it was read: everybody is told of its next version. */
  shop: ShopRow;
  read: MenuRow;
  next: Pick<MenuRow, "drinks" | "switches">;
  /** The draft that becomes the menu, as it was read. */
  published?: DraftRow;
  /** Milliseconds since 1970. */
  at: number;
}

export interface MenuStore {
  read(eventId: string): Promise<MenuRow | null>;
  readDraft(eventId: string): Promise<DraftRow | null>;

  /**
   * Keeps the switches that a menu knows, which nobody sees and nobody is told of; false if the menu is no
   * longer what was read.
   */
  noteSwitches(eventId: string, read: MenuRow, switches: readonly KnownSwitch[]): Promise<boolean>;

  /** Keeps a draft; false if the one that it replaces is no longer `read`. */
  saveDraft(eventId: string, read: DraftRow | null, next: DraftRow): Promise<boolean>;

  /** Takes somebody off the draft if they changed it last, which is no change of the draft. */
  forgetChanger(eventId: string, person: Person): Promise<void>;

  /**
   * Gives menu and shop their next versions, and empties the draft that was published; all of it or, if
   * anything is no longer what was read, false. The shop's new version is owed to the bus from then on.
   */
  change(change: MenuChange): Promise<boolean>;
}
