import type { DraftRow, KnownSwitch, MenuRow } from "../menu/menu-row";
import type { MenuChange, MenuStore } from "../menu/menu-store";
import type { Person } from "../staff/staff-directory";
import { isChanger } from "./is-changer";

/** The default shop's menu and draft in memory. */
export class MemoryMenuStore implements MenuStore {
  draft: DraftRow | null = null;
  /** Runs once, in the middle of the next write. */
  beforeNextWrite: (() => Promise<unknown>) | undefined;

  /** @param raiseShop gives the shop its next version, of that instant, if it still has the one that was read; whether it had */
  constructor(
    public menu: MenuRow,
    readonly raiseShop: (version: number, at: number) => boolean,
  ) {}

  async read(eventId: string): Promise<MenuRow | null> {
    return eventId === "default" ? this.menu : null;
  }

  async readDraft(eventId: string): Promise<DraftRow | null> {
    return eventId === "default" ? this.draft : null;
  }

  async noteSwitches(_eventId: string, read: MenuRow, switches: readonly KnownSwitch[]): Promise<boolean> {
    await this.#interrupt();
    if (!this.#isStill(read)) return false;
    this.menu = { ...this.menu, switches: [...switches] };
    return true;
  }

  async forgetChanger(_eventId: string, person: Person): Promise<void> {
    if (this.draft === null || !isChanger(this.draft, person)) return;
    this.draft = { ...this.draft, changedBy: null, changedByUserId: null };
  }

  async saveDraft(_eventId: string, read: DraftRow | null, next: DraftRow): Promise<boolean> {
    await this.#interrupt();
    if (this.draft?.version !== read?.version) return false;
    this.draft = next;
    return true;
  }

  async change({ shop, read, next, published, at }: MenuChange): Promise<boolean> {
    await this.#interrupt();
    const isStale = published?.version !== (published && this.draft?.version);
    if (isStale || !this.#isStill(read) || !this.raiseShop(shop.version, at)) return false;
    this.menu = { ...next, version: read.version + 1 };
    if (published) this.draft = { ...published, version: published.version + 1, drinks: null };
    return true;
  }

  #isStill({ version, switches }: MenuRow): boolean {
    const now = this.menu;
    return now.version === version && JSON.stringify(now.switches) === JSON.stringify(switches);
  }

  async #interrupt(): Promise<void> {
    const interrupt = this.beforeNextWrite;
    this.beforeNextWrite = undefined;
    await interrupt?.();
  }
}
