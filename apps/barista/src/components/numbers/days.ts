import { dateFormat } from "@serverlesspresso/contracts/date-format";

const dayMs = 86_400_000;

/** The shop keeps its orders for so many days. */
const daysKept = 90;

/** The calendar day so many days after another one. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** The first day of which there still are orders. */
export function firstDayKept(today: string): string {
  return daysAfter(today, 1 - daysKept);
}

/** A day as people say it: "Sunday 22 November". */
export function dayName(day: string): string {
  return dateFormat("en-GB", {
    weekday: "long",
    day: "numeric",
    month: "long",
    timeZone: "UTC",
  }).format(new Date(`${day}T12:00:00Z`));
}
