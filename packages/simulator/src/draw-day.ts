import type { Menu } from "@serverlesspresso/contracts/menu";
import type { Day, Shift } from "./day";
import { drawShifts } from "./draw-shifts";
import { drawVisits } from "./draw-visits";
import { Random } from "./random";

/** What the drinks of a usual menu take a usual barista, in seconds. */
const usualSeconds: Readonly<Record<string, number>> = {
  espresso: 35,
  macchiato: 45,
  cortado: 55,
  americano: 45,
  "flat-white": 65,
  cappuccino: 70,
  latte: 70,
  mocha: 85,
  "iced-latte": 60,
  "cold-brew": 30,
  "chai-latte": 75,
  "matcha-latte": 90,
  "hot-chocolate": 75,
};
const unknownDrinkSeconds = 60;

/** What a seed decides of a day; everything else follows from it. */
export interface DayOptions {
  hours?: number;
  /** How many work at most; drawn if left out. */
  baristas?: number;
  /** How much of what the baristas can make is asked for on average; drawn if left out. */
  load?: number;
}

/** Draws a day for a shop with this menu: the same for the same seed and options. */
export function drawDay(seed: number, menu: Menu, options: DayOptions = {}): Day {
  const random = new Random(seed);
  const seconds = (options.hours ?? 3) * 3600;
  const pace = random.between(0.7, 1.5);
  const drinkSeconds = Object.fromEntries(
    menu.drinks.map(({ id }) => [
      id,
      random.lognormal(pace * (usualSeconds[id] ?? unknownDrinkSeconds), 0.2),
    ]),
  );
  const shifts = drawShifts(random.fork(1), seconds, options.baristas ?? Math.ceil(random.between(0, 4)));
  const load = options.load ?? random.between(0.4, 0.95);
  const spread = random.between(0.1, 0.3);
  const optionFactor = random.between(1, 1.15);
  const workPerDrink = meanOf(Object.values(drinkSeconds)) * optionFactor ** 0.6;
  const perSecond = (load * capacityOf(shifts, workPerDrink)) / seconds;
  const visits = drawVisits(random.fork(2), { menu, seconds, perSecond, spread });
  return { seed, seconds, visits, shifts, drinkSeconds, optionFactor };
}

/** How many drinks all of them together can make in their shifts. */
function capacityOf(shifts: readonly Shift[], workPerDrink: number): number {
  return shifts.reduce((sum, { from, until, breaks, speed, tidiesSeconds }) => {
    const away = breaks.reduce((total, each) => total + each.until - each.from, 0);
    return sum + (until - from - away) / (workPerDrink / speed + tidiesSeconds);
  }, 0);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
