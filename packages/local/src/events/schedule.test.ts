import { expect, test } from "vitest";
import { compileSchedule } from "./schedule";

const now = Date.parse("2026-11-14T10:02:30Z");

test.each([
  ["rate(1 minute)", "2026-11-14T10:03:00.000Z"],
  ["rate(5 minutes)", "2026-11-14T10:05:00.000Z"],
  ["rate(2 hours)", "2026-11-14T12:00:00.000Z"],
  ["rate(1 day)", "2026-11-15T10:00:00.000Z"],
  ["cron(0 12 * * ? *)", "2026-11-14T12:00:00.000Z"],
  ["cron(0/15 8-17 ? * MON-FRI *)", "2026-11-16T08:00:00.000Z"],
  ["cron(0 8 ? * 1 *)", "2026-11-15T08:00:00.000Z"],
  ["cron(15 10 ? * 6L 2027-2028)", "2027-01-29T10:15:00.000Z"],
  ["cron(0 8 ? * 2#1 *)", "2026-12-07T08:00:00.000Z"],
  ["cron(0 8 L * ? *)", "2026-11-30T08:00:00.000Z"],
  ["cron(0 8 1 1 ? 2020)", undefined],
])("%s ticks next at %s", (expression, expected) => {
  const next = compileSchedule(expression, Date.parse("2026-11-14T10:00:00Z")).next(now);
  expect(next === undefined ? undefined : new Date(next).toISOString()).toBe(expected);
});

test.each([
  "rate(0 minutes)",
  "rate(1 minutes)",
  "rate(2 minute)",
  "rate(1 second)",
  "cron(* * * * *)",
  "cron(0 8 * * MON *)",
  "cron(61 8 * * ? *)",
  "every minute",
])("%s is refused", (expression) => {
  expect(() => compileSchedule(expression, 0)).toThrowError(/ScheduleExpression is not valid/);
});
