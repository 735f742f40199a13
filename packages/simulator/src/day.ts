import type { DrinkOrder } from "@serverlesspresso/contracts/menu";

/** One customer's way through the shop. Times are seconds since the day began, or as long as the name says. */
export interface Visit {
  at: number;
  choice: DrinkOrder;
  /** From being let in to ordering; null for somebody who never chooses. */
  choosesInSeconds: number | null;
  /** From ordering to giving up, unless it is being made by then; null for somebody who waits. */
  leavesInSeconds: number | null;
  /** From seeing that it is ready to holding it; null for somebody who does not come. */
  collectsInSeconds: number | null;
  /** How much more (or less) work than others of its kind this drink is. */
  effort: number;
}

export interface Span {
  from: number;
  until: number;
}

/** How a barista works the queue: ticket by ticket, two alike at a time, or without telling what they take. */
export type Habit = "one" | "pairs" | "untold";

/** One barista's day. */
export interface Shift extends Span {
  name: string;
  breaks: readonly Span[];
  /** 1 makes drinks in the day's own times, 2 in half of them. */
  speed: number;
  /** What becomes of the speed within an hour: 0.9 tires, 1.1 warms up. */
  hourlyDrift: number;
  /** How much faster with a long queue before them. */
  hurry: number;
  habit: Habit;
  /** Between two drinks, and from a new order to its first move, on average. */
  tidiesSeconds: number;
  noticesSeconds: number;
  /** How often they take the second oldest ticket first. */
  skips: number;
  /** How often a drink on the counter has to be made again. */
  recalls: number;
}

/** A day of a shop, as data: who comes, who works, how long what takes. */
export interface Day {
  seed: number;
  seconds: number;
  visits: readonly Visit[];
  shifts: readonly Shift[];
  drinkSeconds: Readonly<Record<string, number>>;
  /** How much longer a drink takes with each option that was asked for. */
  optionFactor: number;
}

/** With this many tickets before them baristas hurry. */
const longQueue = 6;

/** Whether somebody has a break `second` into the day. */
export function isOnBreak({ breaks }: Shift, second: number): boolean {
  return breaks.some(({ from, until }) => second >= from && second < until);
}

/** How long a barista works on a drink that they begin `second` into the day with `queued` tickets waiting. */
export function workSeconds(
  day: Pick<Day, "drinkSeconds" | "optionFactor">,
  shift: Shift,
  { drink, modifiers }: DrinkOrder,
  { effort, second, queued }: { effort: number; second: number; queued: number },
): number {
  const usual = (day.drinkSeconds[drink] ?? 60) * day.optionFactor ** modifiers.length * effort;
  const drift = shift.hourlyDrift ** ((second - shift.from) / 3600);
  return usual / (shift.speed * drift * (queued >= longQueue ? shift.hurry : 1));
}
