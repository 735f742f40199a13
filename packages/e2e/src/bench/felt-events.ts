import type { CDPSession, Page } from "@playwright/test";
import { z } from "zod";

/** What a browser tells of an event that somebody caused: https://www.w3.org/TR/event-timing/ */
const FeltEvent = z.object({
  kind: z.literal("event"),
  name: z.string(),
  interaction: z.number(),
  target: z.string(),
  /** From the touch to the paint after it, in steps of 8 ms. */
  duration: z.number(),
  /** Until the first handler ran. */
  delay: z.number(),
  /** What the handlers took. */
  work: z.number(),
});
const Shift = z.object({ kind: z.literal("shift"), value: z.number(), sources: z.array(z.string()) });
const LongTask = z.object({ kind: z.literal("task"), duration: z.number() });
const Felt = z.discriminatedUnion("kind", [FeltEvent, Shift, LongTask]);
export type Felt = z.infer<typeof Felt> & { step: string };

/** What people feel of a page: how long it takes to answer a touch, what moves by itself, what blocks it. */
export class FeltEvents {
  readonly all: Felt[] = [];
  /** What is being done now; what is felt meanwhile is put down to it. */
  step = "";

  private constructor(private readonly devtools: CDPSession) {}

  /** To be called before the page shows anything. */
  static async of(page: Page): Promise<FeltEvents> {
    const devtools = await page.context().newCDPSession(page);
    await fitWindow(page, devtools);
    const felt = new FeltEvents(devtools);
    await page.exposeFunction("tellFelt", (told: unknown) => {
      felt.all.push(
        ...z
          .array(Felt)
          .parse(told)
          .map((each) => ({ ...each, step: felt.step })),
      );
    });
    // tsx gives each function its name by a helper that a page does not have.
    await page.addInitScript("globalThis.__name ??= (named) => named");
    await page.addInitScript(observe);
    return felt;
  }

  /** Lets the page have one `rate`th of the processor. */
  async slow(rate: number): Promise<void> {
    await this.devtools.send("Emulation.setCPUThrottlingRate", { rate });
  }
}

/**
 * Makes the window as large as the screen that is emulated in it. A phone's has more pixels than Playwright gives its
 * window: what is outside is never drawn, and a tap that changes only that seems unanswered until something inside does.
 */
async function fitWindow(page: Page, devtools: CDPSession): Promise<void> {
  const size = page.viewportSize();
  if (size === null) return;
  const ratio = await page.evaluate(() => devicePixelRatio);
  const bounds = { width: Math.ceil(size.width * ratio), height: Math.ceil(size.height * ratio) };
  const { windowId } = await devtools.send("Browser.getWindowForTarget");
  await devtools.send("Browser.setWindowBounds", { windowId, bounds });
}

/** Runs in the page. */
function observe(): void {
  const tell = (told: object[]) => {
    // Put there by `exposeFunction`.
    const { tellFelt } = globalThis as unknown as { tellFelt(told: object[]): void };
    if (told.length > 0) tellFelt(told);
  };
  const nameOf = (node: unknown) =>
    node instanceof Element
      ? `${node.localName} "${(node.getAttribute("aria-label") ?? node.textContent ?? "").trim().slice(0, 30)}"`
      : "";
  const watch = (type: string, of: (entry: PerformanceEntry) => object | null, further: object = {}) =>
    new PerformanceObserver((list) => tell(list.getEntries().flatMap((entry) => of(entry) ?? []))).observe({
      type,
      buffered: true,
      ...further,
    });
  const eventOf = (entry: PerformanceEntry) => {
    // What an observer of `event` is given.
    const { name, interactionId, target, duration, startTime, processingStart, processingEnd } =
      entry as PerformanceEventTiming;
    return interactionId
      ? {
          ...{ kind: "event", name, interaction: interactionId, target: nameOf(target), duration },
          ...{ delay: processingStart - startTime, work: processingEnd - processingStart },
        }
      : null;
  };
  const shiftOf = (entry: PerformanceEntry) => {
    // TypeScript knows no layout shifts.
    const { value, hadRecentInput, sources } = entry as PerformanceEntry & {
      value: number;
      hadRecentInput: boolean;
      sources: { node: unknown }[];
    };
    return hadRecentInput ? null : { kind: "shift", value, sources: sources.map(({ node }) => nameOf(node)) };
  };
  watch("event", eventOf, { durationThreshold: 16 });
  watch("layout-shift", shiftOf);
  watch("longtask", ({ duration }) => ({ kind: "task", duration }));
}
