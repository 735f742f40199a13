import { shopDay } from "@serverlesspresso/contracts/shop";
import { historyOf } from "./past-history";

/** The day before the tests began, by the calendar of the shops. */
export const pastDay = shopDay(new Date(Date.now() - 86_400_000), "Europe/Berlin");

/** How many ordered in which hour of it: from the opening at eight to the last order. */
const guests = [6, 11, 8, 5, 9, 7, 10, 6, 4];
const opensAt = 8;

const drinks = ["flat-white", "espresso", "latte", "flat-white", "cappuccino", "latte", "matcha-latte"];
const minuteMs = 60_000;

interface Ended {
  ORDERSTATE: "CANCELLED" | "EXPIRED";
  cause: string;
  reason?: string;
  chosen: boolean;
}

const milk = { ORDERSTATE: "CANCELLED", cause: "barista", reason: "The oat milk has run out" } as const;

/** Those who had no drink that day. */
const ended: readonly Ended[] = [
  { ...milk, chosen: true },
  { ...milk, chosen: true },
  { ORDERSTATE: "CANCELLED", cause: "customer", chosen: true },
  { ORDERSTATE: "EXPIRED", cause: "timeout", chosen: false },
  { ORDERSTATE: "EXPIRED", cause: "timeout", chosen: false },
  { ORDERSTATE: "EXPIRED", cause: "timeout", chosen: false },
  { ORDERSTATE: "CANCELLED", cause: "full", chosen: false },
  { ORDERSTATE: "CANCELLED", cause: "full", chosen: false },
];

export interface PastOrder {
  number: number | null;
  hour: string;
  drink: string | null;
  /** From being submitted to being ready; null for those who had none. */
  waitSeconds: number | null;
  submittedAt: number;
  ended: Ended | null;
}

/** Every order of the day: each time the same. */
export const pastOrders: readonly PastOrder[] = guests.flatMap((count, index) => {
  const hour = `${String(opensAt + index).padStart(2, "0")}:00`;
  const first = guests.slice(0, index).reduce((sum, each) => sum + each, 0);
  return Array.from({ length: count }, (_, nth) => orderOf(first + nth, hour, (60 / count) * nth));
});

function orderOf(index: number, hour: string, minute: number): PastOrder {
  // Every eighth went without; the last has an ending for each.
  const without = index % 8 === 7 ? (ended[(index - 7) / 8] ?? null) : null;
  const hasDrink = without === null || without.chosen;
  return {
    number: hasDrink ? index + 1 : null,
    hour,
    drink: hasDrink ? (drinks[index % drinks.length] ?? null) : null,
    waitSeconds: without === null ? 55 + ((index * 37) % 170) + (minute > 20 ? 45 : 0) : null,
    submittedAt: berlin(hour) + Math.round(minute * minuteMs),
    ended: without,
  };
}

/** The instant of a full hour of the day in Berlin, where it is one or two hours later than in UTC. */
function berlin(hour: string): number {
  const guess = Date.parse(`${pastDay}T${hour}:00Z`);
  const shown = new Intl.DateTimeFormat("en-GB", {
    timeZone: "Europe/Berlin",
    hour: "2-digit",
    hourCycle: "h23",
  });
  return guess - (Number(shown.format(guess)) - Number(hour.slice(0, 2))) * 60 * minuteMs;
}

/** The day as rows of the order table. */
export function pastItems(eventId: string) {
  return pastOrders.map((order, index) => itemOf(eventId, order, index));
}

function itemOf(eventId: string, order: PastOrder, index: number) {
  const { number, drink, waitSeconds, submittedAt, ended: without } = order;
  const barista = index % 2 === 0 ? "Ana" : "Ben";
  const closedAt = submittedAt + (waitSeconds ?? 300) * 1000 + minuteMs;
  return {
    PK: `orders#${eventId}`,
    SK: `past-${index + 1}`,
    eventId,
    USERID: `past:${index + 1}`,
    ORDERSTATE: without?.ORDERSTATE ?? "COLLECTED",
    version: 6,
    TS: submittedAt,
    day: pastDay,
    shopDay: `${eventId}#${pastDay}`,
    createdAt: submittedAt - minuteMs,
    ...(number !== null && { orderNumber: number, submittedAt }),
    ...(drink !== null && { drinkOrder: { drink, modifiers: index % 3 === 0 ? ["oat-milk"] : [] } }),
    ...(waitSeconds !== null && { completedAt: submittedAt + waitSeconds * 1000, baristaName: barista }),
    ...(without && { cause: without.cause }),
    ...(without?.reason !== undefined && { reason: without.reason }),
    closedAt,
    extensionsLeft: 2,
    history: historyOf(order, barista, closedAt),
    keys: [],
    pending: {},
  };
}
