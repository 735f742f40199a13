import type { Day } from "./day";
import { type LineKeeper, PaperShop } from "./paper-shop";
import { playDay } from "./play-day";
import type { RobotClock } from "./robot-clock";
import type { Outcome } from "./robot-customer";
import { VirtualClock } from "./virtual-clock";

const opensAt = Date.parse("2026-11-22T08:00:00Z");

/** Plays a day in a shop on paper, in no time; the keeper tells its customers what to expect. */
export function playOnPaper(day: Day, keeperOf: (clock: RobotClock) => LineKeeper): Promise<Outcome[]> {
  const clock = new VirtualClock(opensAt);
  const shop = new PaperShop(clock, keeperOf(clock));
  const stage = {
    clock,
    queue: shop,
    code: async () => "PAPER",
    barista: (name: string) => shop.barista(name),
    withGuest: (visit: (guest: typeof shop.guest) => Promise<Outcome>) => visit(shop.guest),
  };
  return clock.passUntil(playDay(day, stage));
}
