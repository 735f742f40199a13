import type { DayStats, DrinkStats, Ending, HourStats } from "@serverlesspresso/contracts/stats";
import type { DayEntry } from "../orders/day-store";
import { hoursOfDay } from "./hours-of-day";
import { waitsOf } from "./waits-of";

export type Tally = Pick<DayStats, "ordered" | "wait" | "drinks" | "hours" | "endings">;

/** The figures of one day of a shop, from all its orders. */
export function tallyDay(entries: readonly DayEntry[], day: string, timeZone: string): Tally {
  const submitted = entries.filter(({ submittedAt }) => submittedAt !== null);
  return {
    ...demandOf(submitted),
    drinks: drinksOf(submitted),
    hours: hoursOf(submitted, hoursOfDay(day, timeZone)),
    endings: endingsOf(entries),
  };
}

function demandOf(entries: readonly DayEntry[]): Pick<Tally, "ordered" | "wait"> {
  return { ordered: entries.length, wait: waitsOf(entries.flatMap(waitSeconds)) };
}

/** What is made again is not ready, although it has been. */
function waitSeconds({ state, submittedAt, completedAt }: DayEntry): number[] {
  const isReady = state === "COMPLETED" || state === "COLLECTED";
  return isReady && submittedAt !== null && completedAt !== null ? [(completedAt - submittedAt) / 1000] : [];
}

function drinksOf(entries: readonly DayEntry[]): DrinkStats[] {
  return [...groups(entries, ({ drinkOrder }) => drinkOrder?.drink ?? "")]
    .map(([drink, some]) => ({ drink, ...demandOf(some) }))
    .sort((a, b) => b.ordered - a.ordered || a.drink.localeCompare(b.drink));
}

function hoursOf(entries: readonly DayEntry[], hours: readonly number[]): HourStats[] {
  const byHour = groups(entries, ({ submittedAt }) =>
    hours.findLastIndex((from) => from <= (submittedAt ?? 0)),
  );
  return hours.map((from, index) => ({
    from: new Date(from).toISOString(),
    ...demandOf(byHour.get(index) ?? []),
  }));
}

function endingsOf(entries: readonly DayEntry[]): Ending[] {
  const ended = entries.filter(({ state }) => state === "CANCELLED" || state === "EXPIRED");
  const byReason = groups(ended, ({ cause, reason, submittedAt }) =>
    JSON.stringify([cause, reason, submittedAt !== null]),
  );
  return [...byReason.values()]
    .flatMap(([first, ...others]) => {
      if (first === undefined || first.cause === null) return [];
      const { cause, reason, submittedAt } = first;
      return [{ cause, reason, submitted: submittedAt !== null, count: 1 + others.length }];
    })
    .sort((a, b) => b.count - a.count || keyOf(a).localeCompare(keyOf(b)));
}

const keyOf = ({ cause, submitted, reason }: Ending) => `${cause} ${submitted} ${reason ?? ""}`;

function groups<Key>(entries: readonly DayEntry[], keyOf: (entry: DayEntry) => Key): Map<Key, DayEntry[]> {
  const found = new Map<Key, DayEntry[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    const group = found.get(key);
    if (group === undefined) found.set(key, [entry]);
    else group.push(entry);
  }
  return found;
}
