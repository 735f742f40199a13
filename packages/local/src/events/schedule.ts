import { Cron } from "croner";
import { AwsError } from "../aws-error";

const unitSeconds: ReadonlyMap<string, number> = new Map([
  ["minute", 60],
  ["hour", 3600],
  ["day", 86_400],
]);

/** When a rule ticks. */
export interface Schedule {
  /** The first tick after `now`, both in ms since the epoch; undefined if there is none. */
  next(now: number): number | undefined;
}

/**
 * Compiles `rate(5 minutes)` or `cron(0 8 ? * MON-FRI *)`, the latter in UTC.
 * @param since ms since the epoch, from which a rate counts
 * @throws AwsError ValidationException
 */
export function compileSchedule(expression: string, since: number): Schedule {
  const [, kind, value = ""] = /^(rate|cron)\((.+)\)$/.exec(expression) ?? [];
  const schedule = kind === "rate" ? compileRate(value, since) : undefined;
  const found = schedule ?? (kind === "cron" ? compileCron(value) : undefined);
  if (found === undefined) {
    throw new AwsError("ValidationException", "Parameter ScheduleExpression is not valid.");
  }
  return found;
}

/** AWS insists on the singular for one and the plural for more. */
function compileRate(value: string, since: number): Schedule | undefined {
  const [, count = "", unit = "", plural] = /^([1-9]\d*) (minute|hour|day)(s?)$/.exec(value) ?? [];
  const seconds = unitSeconds.get(unit);
  if (seconds === undefined || (count === "1") !== (plural === "")) return undefined;
  const period = Number(count) * seconds * 1000;
  return { next: (now) => since + (Math.floor((now - since) / period) + 1) * period };
}

/** Six fields: minutes, hours, day of month, month, day of week (1 is Sunday), year; one day field is `?`. */
function compileCron(value: string): Schedule | undefined {
  const fields = value.trim().split(/\s+/);
  if (fields.length !== 6 || (fields[2] === "?") === (fields[4] === "?")) return undefined;
  try {
    const cron = new Cron(`0 ${fields.join(" ")}`, {
      paused: true,
      mode: "7-part",
      timezone: "UTC",
      alternativeWeekdays: true,
      sloppyRanges: true,
    });
    return { next: (now) => cron.nextRun(new Date(now))?.getTime() };
  } catch {
    return undefined;
  }
}
