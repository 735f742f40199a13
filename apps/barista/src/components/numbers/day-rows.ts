import { dateFormat } from "@serverlesspresso/contracts/date-format";
import type { Menu } from "@serverlesspresso/contracts/menu";
import type { DayStats, HourStats, Waits } from "@serverlesspresso/contracts/stats";
import { wordsOfId } from "../menu/words-of-id";
import { endingWords } from "./ending-words";

/** One row of figures: the same in a chart, in its table and in the file. */
export interface FigureRow {
  /** Unlike the name it is nobody else's. */
  id: string;
  name: string;
  orders: number;
  /** How many of them became ready, and within what seconds half and nine of ten of those; null for none. */
  wait: Waits | null;
}

export interface DayRows {
  all: FigureRow;
  hours: FigureRow[];
  drinks: FigureRow[];
  endings: FigureRow[];
}

/** Fewer hours than this make no picture of a day. */
const fewestHours = 6;

/** What a day's page shows, named as the shop names it. */
export function dayRowsOf(stats: DayStats, menu: Menu): DayRows {
  const nameOf = (drink: string) => menu.drinks.find(({ id }) => id === drink)?.name ?? wordsOfId(drink);
  return {
    all: { id: "all", name: "All day", orders: stats.ordered, wait: stats.wait },
    hours: shownHours(stats.hours).map(({ from, ordered, wait }) => ({
      id: from,
      name: hourText(from, stats.timeZone),
      orders: ordered,
      wait,
    })),
    drinks: stats.drinks.map(({ drink, ordered, wait }) => ({
      id: drink,
      name: nameOf(drink),
      orders: ordered,
      wait,
    })),
    endings: stats.endings.map((ending) => ({
      id: `${ending.cause} ${ending.submitted} ${ending.reason}`,
      name: endingWords(ending),
      orders: ending.count,
      wait: null,
    })),
  };
}

/** From the first hour with orders to the last, and some around them where those are few. */
function shownHours(hours: readonly HourStats[]): readonly HourStats[] {
  const first = hours.findIndex(({ ordered }) => ordered > 0);
  if (first < 0) return [];
  const last = hours.findLastIndex(({ ordered }) => ordered > 0);
  const spare = Math.max(0, fewestHours - (last - first + 1));
  const from = Math.max(0, Math.min(first - Math.floor(spare / 2), hours.length - fewestHours));
  return hours.slice(from, Math.max(last + 1, from + fewestHours));
}

function hourText(from: string, timeZone: string): string {
  return dateFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone }).format(new Date(from));
}
