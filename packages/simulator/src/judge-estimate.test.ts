import { describeLine } from "@serverlesspresso/api/line/describe-line";
import { emptyLine } from "@serverlesspresso/api/line/line-row";
import { takeChange } from "@serverlesspresso/api/line/take-change";
import { describe, expect, it } from "vitest";
import { type DayOptions, drawDay } from "./draw-day";
import { menu } from "./menu-for-tests";
import type { LineKeeper } from "./paper-shop";
import { playOnPaper } from "./play-on-paper";
import type { RobotClock } from "./robot-clock";
import { coverageFault, verdictOf, widthFault } from "./verdict";

/** The API's own line, of a shop that has never made a drink. */
function untaughtLine(clock: RobotClock): LineKeeper {
  let row = emptyLine;
  return {
    take: (changed) => {
      row = takeChange(row, changed);
    },
    line: () => describeLine(row, clock.now()),
  };
}

async function play(seeds: readonly number[], options: DayOptions = {}) {
  const days = [];
  for (const seed of seeds) days.push(await playOnPaper(drawDay(seed, menu, options), untaughtLine));
  return { days: days.map(verdictOf), together: verdictOf(days.flat()) };
}

/** None of these was looked at while the estimate was made. */
const days = Array.from({ length: 20 }, (_, index) => 5001 + index);

describe("the wait that customers are told, on days that the estimate was never given", () => {
  it("holds for 80 to 95 % of them on each day, and is at most 60 % as wide as the wait", async () => {
    const { days: each, together } = await play(days);
    const busyEnough = each.filter(({ told }) => told >= 100);
    expect(busyEnough.length).toBeGreaterThan(10);
    expect(busyEnough.map(coverageFault).filter(Boolean)).toEqual([]);
    expect(widthFault(together)).toBeNull();
    // Closer than what is promised: who makes it worse shall notice.
    expect(together.covered).toBeGreaterThan(0.84);
    expect(together.covered).toBeLessThan(0.91);
    expect(together.early).toBeLessThan(0.3);
    expect(together.width).toBeLessThan(0.57);
  }, 60_000);

  it.each([
    ["one barista alone", { baristas: 1 }],
    ["six baristas", { baristas: 6 }],
    ["a long day", { hours: 8 }],
    ["more than can be made", { load: 1.2 }],
  ])(
    "holds with %s",
    async (_what, options) => {
      const { together } = await play(days.slice(0, 6), options);
      expect([coverageFault(together), widthFault(together)]).toEqual([null, null]);
    },
    60_000,
  );

  it("holds in a calm shop, where there is less to tell of: a range of a minute is wide for one drink", async () => {
    const { together } = await play(days, { load: 0.25 });
    expect(coverageFault(together)).toBeNull();
    expect(together.width).toBeLessThan(0.75);
  }, 60_000);
});
