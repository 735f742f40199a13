import { setTimeout as wait } from "node:timers/promises";
import type { Page } from "@playwright/test";
import type { Stack } from "../stack";

/** Answers need real time to arrive. */
const answerMs = 12;
/** After a jump the page looks round, as after a sleep. */
const wakeSeconds = 3;
/** In real time. */
const hungAfterMs = 60_000;

/** The clocks of a stack and of the page that shows its screen: they go on together, at our word. */
export class TwoClocks {
  #aheadMs = 0;
  #owedSeconds = 0;
  #stackRuns = true;
  #livedSeconds = 0;
  /** What the page asks while its clock jumps is sent when the back end's has jumped, too. */
  #held: Promise<void> = Promise.resolve();

  private constructor(
    private readonly page: Page,
    private readonly stack: Stack,
  ) {}

  /** To be called before the page is opened. */
  static async of(page: Page, stack: Stack): Promise<TwoClocks> {
    await page.clock.install();
    const clocks = new TwoClocks(page, stack);
    await page.route(`${stack.apiUrl}/**`, async (route) => {
      await clocks.#held;
      // Whoever asked may have gone meanwhile.
      await route.continue().catch(() => undefined);
    });
    // Playwright would keep a note of each step for the page's next load, a hundred thousand of them.
    await page.context().addInitScript(() => {
      const { builtins, controller } = Reflect.get(window, "__pwClock");
      const ahead = Number(sessionStorage.getItem("soak.ahead"));
      if (ahead > 0) controller.setSystemTime(builtins.Date.now() + ahead);
      addEventListener("pagehide", () =>
        sessionStorage.setItem("soak.ahead", String(Date.now() - builtins.Date.now())),
      );
    });
    return clocks;
  }

  /** Epoch milliseconds, in the shop. */
  now(): number {
    return Date.now() + this.#aheadMs;
  }

  /** Seconds that the page has not jumped over. */
  get livedSeconds(): number {
    return this.#livedSeconds;
  }

  /**
   * Every second of so many is lived through. The page goes first: what it is answered on the way tells a time
   * that is past, and it shows a code for longer, which is accepted, and never one of a time to come.
   */
  async run(seconds: number): Promise<void> {
    this.#livedSeconds += seconds;
    await this.#inPage("runFor", seconds * 1000);
    await this.#advance(seconds);
    await wait(answerMs);
  }

  /**
   * So many seconds are jumped over, as by a page that sleeps, and wakes. Both clocks tell the same when it asks
   * anything: else it would take a time that is past, or one to come, for the shop's, for half a minute.
   */
  async jump(seconds: number): Promise<void> {
    const asleep = seconds - wakeSeconds;
    let release = () => {};
    this.#held = new Promise((done) => {
      release = done;
    });
    try {
      await this.#inPage("fastForward", asleep * 1000);
      await this.#advance(asleep);
    } finally {
      release();
    }
    await wait(4 * answerMs);
    await this.run(wakeSeconds);
  }

  /** A back end that does not run is told afterwards what time it is. */
  stackStops(): void {
    this.#stackRuns = false;
  }

  async stackStarts(): Promise<void> {
    this.#stackRuns = true;
    const owed = this.#owedSeconds;
    this.#owedSeconds = 0;
    this.#aheadMs -= owed * 1000;
    await this.#advance(owed);
  }

  async #advance(seconds: number): Promise<void> {
    this.#aheadMs += seconds * 1000;
    if (this.#stackRuns) await this.stack.advance(seconds);
    else this.#owedSeconds += seconds;
  }

  /** A page that loads itself anew meanwhile goes on in its next life. */
  async #inPage(step: "runFor" | "fastForward", ms: number): Promise<void> {
    const go = this.page.evaluate(([step, ms]) => Reflect.get(window, "__pwClock").controller[step](ms), [
      step,
      ms,
    ] as const);
    const gone = go.catch(async (error: Error) => {
      if (!/context was destroyed|navigat/i.test(error.message)) throw error;
      await this.page.waitForLoadState();
    });
    await within(hungAfterMs, gone, `The page hangs at ${this.page.url()}, ${step} ${ms}.`);
  }
}

async function within(ms: number, work: Promise<void>, otherwise: string): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error(otherwise)), ms);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}
