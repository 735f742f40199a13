import type { Page } from "@playwright/test";
import type { LifeReading } from "./readings";
import type { TwoClocks } from "./two-clocks";
import { readPage } from "./watched-board";

const readEveryMs = 900_000;

/** What a page holds, again and again, over its lives. */
export class HeapLog {
  readonly readings: LifeReading[] = [];
  /** How often the page was loaded. */
  life = 0;
  #readAt = 0;
  readonly #began = Date.now();

  private constructor(
    page: Page,
    private readonly clocks: TwoClocks,
    private readonly read: (hour: number, shown: number) => ReturnType<typeof readPage>,
  ) {
    page.on("load", () => {
      this.life += 1;
    });
  }

  /** To be called before the page is opened. */
  static async of(page: Page, clocks: TwoClocks): Promise<HeapLog> {
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Performance.enable");
    return new HeapLog(page, clocks, (hour, shown) => readPage(devtools, hour, shown));
  }

  /** Reads at each quarter of an hour, and tells of it. */
  async note(hour: number, shown: number): Promise<void> {
    const now = this.clocks.now();
    if (now - this.#readAt < readEveryMs) return;
    this.#readAt = now;
    const reading = await this.read(hour, shown);
    this.readings.push({ ...reading, life: this.life, livedHours: this.clocks.livedSeconds / 3600 });
    const minutes = ((Date.now() - this.#began) / 60_000).toFixed(1);
    const megabytes = (reading.heapBytes / 1e6).toFixed(2);
    console.log(
      `${hour.toFixed(2)} h: ${megabytes} MB, ${reading.nodes} nodes, ${reading.listeners} listeners, ${shown} orders shown, load ${this.life} (${minutes} min)`,
    );
  }
}
