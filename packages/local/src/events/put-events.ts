import { randomUUID } from "node:crypto";
import { z } from "zod";
import { AwsError } from "../aws-error";
import { parseJson } from "../json-depth";
import type { Machine } from "../service";
import { busName } from "./bus-name";
import { type Envelope, envelopeTime } from "./envelope";
import type { EventIntake } from "./event-intake";
import { isRecord } from "./pattern-operators";
import type { RuleBook } from "./rule-book";

const mostBytes = 256 * 1024;

const Entry = z.object({
  Source: z.string().optional(),
  DetailType: z.string().optional(),
  Detail: z.string().optional(),
  EventBusName: z.string().optional(),
  Resources: z.array(z.string()).optional(),
  /** Seconds since the epoch over the wire; callers in this process may give a date. */
  Time: z.union([z.number(), z.string(), z.date()]).optional(),
  TraceHeader: z.string().optional(),
});
type Entry = z.infer<typeof Entry>;

const Input = z.object({ Entries: z.array(Entry).min(1).max(10) });

interface Refusal {
  ErrorCode: string;
  ErrorMessage: string;
}

/** `PutEvents`: each entry succeeds or fails on its own; answers when those taken are durable. */
export async function putEvents(
  machine: Machine,
  rules: RuleBook,
  intake: EventIntake,
  input: unknown,
): Promise<object> {
  const { Entries } = Input.parse(input);
  if (Entries.reduce((bytes, entry) => bytes + sizeOf(entry), 0) > mostBytes) {
    throw new AwsError("ValidationException", "Total size of the entries in the request is over the limit.");
  }
  const results = Entries.map((entry) => readEntry(machine, rules, entry));
  const accepted = results.filter((result) => "event" in result);
  await intake.accept(accepted);
  machine.meter.add("events.put", accepted.length);
  return {
    FailedEntryCount: results.filter((result) => !("event" in result)).length,
    Entries: results.map((result) => ("event" in result ? { EventId: result.event.id } : result)),
  };
}

function readEntry(
  machine: Machine,
  rules: RuleBook,
  entry: Entry,
): { bus: string; event: Envelope } | Refusal {
  const { Source: source = "", DetailType: detailType = "", Detail: text = "" } = entry;
  for (const [name, value] of Object.entries({ Source: source, DetailType: detailType, Detail: text })) {
    if (value === "") return invalid(name, `${name} is a required argument.`);
  }
  if (source.startsWith("aws.")) {
    return {
      ErrorCode: "NotAuthorizedForSourceException",
      ErrorMessage: `Not authorized for the source: ${source}`,
    };
  }
  const detail = parseDetail(text);
  if (detail === undefined) return { ErrorCode: "MalformedDetail", ErrorMessage: "Detail is malformed." };
  const bus = busName(entry.EventBusName);
  if (!rules.hasBus(bus)) return invalid("EventBusName", `Event bus ${bus} does not exist.`);
  const time = milliseconds(entry.Time) ?? machine.clock.now();
  if (Number.isNaN(time)) return invalid("Time", "Time is not a timestamp.");
  return {
    bus,
    event: {
      version: "0",
      id: randomUUID(),
      "detail-type": detailType,
      source,
      account: machine.account,
      time: envelopeTime(time),
      region: machine.region,
      resources: entry.Resources ?? [],
      detail,
    },
  };
}

function parseDetail(text: string): Record<string, unknown> | undefined {
  try {
    const detail = parseJson(text);
    return isRecord(detail) ? detail : undefined;
  } catch {
    return undefined;
  }
}

function milliseconds(time: Entry["Time"]): number | undefined {
  if (typeof time === "number") return Number.isFinite(new Date(time * 1000).getTime()) ? time * 1000 : NaN;
  return time === undefined ? undefined : new Date(time).getTime();
}

function invalid(parameter: string, reason: string): Refusal {
  return {
    ErrorCode: "InvalidArgument",
    ErrorMessage: `Parameter ${parameter} is not valid. Reason: ${reason}`,
  };
}

/** As AWS counts. https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevents.html */
function sizeOf(entry: Entry): number {
  const texts = [entry.Source, entry.DetailType, entry.Detail, ...(entry.Resources ?? [])];
  const timeBytes = entry.Time === undefined ? 0 : 14;
  return texts.reduce((bytes, text) => bytes + Buffer.byteLength(text ?? ""), timeBytes);
}
