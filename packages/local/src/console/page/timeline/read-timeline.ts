import * as z from "zod/mini";
import { resourceOf } from "../aws/arn";
import type { EventRecord } from "../aws/events";
import { Envelope } from "../aws/events";
import { lastLines, listLogGroups } from "../aws/logs";
import { type HistoryEvent, readHistory } from "../aws/step-functions";
import { detailsOf, sentenceOf, toneOf } from "../executions/history-events";
import { glimpseOf } from "../logs/glimpse";
import { type Entry, inTime } from "./entry";
import { mentions, type Term } from "./terms";

const Scheduled = z.catch(z.object({ TableName: z.string() }), { TableName: "DynamoDB" });
const mostLinesAGroup = 200;
const mostEntries = 400;

interface Wanted {
  readonly terms: readonly Term[];
  readonly executionArn: string | undefined;
  /** ms since the epoch */
  readonly from: number;
  readonly to: number;
  readonly recent: readonly EventRecord[];
}

/** Everything that is known of the terms: events with deliveries, states, lines of functions, calls of tables. */
export async function readTimeline(wanted: Wanted): Promise<Entry[]> {
  const [history, logged] = await Promise.all([
    wanted.executionArn === undefined ? [] : readHistory(wanted.executionArn),
    readLogs(wanted),
  ]);
  const seen = wanted.recent
    .filter(({ event, at }) => at >= wanted.from && at <= wanted.to && mentions(event, wanted.terms))
    .flatMap((record) => [eventEntry(record), ...deliveryEntries(record)]);
  const known = new Set(seen.map(({ id }) => id));
  const fromLogs = logged.filter(({ id }) => !known.has(id));
  return inTime([...history.flatMap(stateEntry), ...seen, ...fromLogs]).slice(0, mostEntries);
}

function eventEntry({ event, at, bus, deliveries }: EventRecord): Entry {
  return {
    id: event.id,
    at,
    lane: "Events",
    title: event["detail-type"],
    note: event.source,
    isBad: deliveries.some(({ state }) => state === "dead-letter" || state === "dropped"),
    detail: event,
    event: { bus, deliveries },
  };
}

/** A function or a state machine that an event was brought to, when it was done. */
function deliveryEntries({ event, deliveries }: EventRecord): Entry[] {
  return deliveries.flatMap(({ rule, target, state, at, attempts, error }): Entry[] => {
    const { kind, name } = resourceOf(target);
    if (kind !== "function" && kind !== "queue") return [];
    return [
      {
        id: `${event.id} ${rule} ${target}`,
        at,
        lane: "Functions",
        title: name,
        note: `${state} by rule ${rule}`,
        isBad: state === "dead-letter" || state === "dropped",
        detail: {
          event: event["detail-type"],
          rule,
          target,
          state,
          attempts,
          ...(error !== undefined && { error }),
        },
      },
    ];
  });
}

/** Entering a state, its end, and a task's calls of a table; what lies between is the execution's own view. */
function stateEntry(event: HistoryEvent, index: number, all: readonly HistoryEvent[]): Entry[] {
  const details = detailsOf(event);
  const isWrite = event.type === "TaskSucceeded" && /dynamodb/.test(details.resourceType ?? "");
  if (!isWrite && !/StateEntered$|^Execution|Failed$|TimedOut$/.test(event.type)) return [];
  return [
    {
      id: `state ${event.id}`,
      at: event.timestamp * 1000,
      lane: isWrite ? "Tables" : "Workflow",
      title: isWrite ? tableOf(all.slice(0, index)) : sentenceOf(event),
      note: isWrite ? String(details.resource) : event.type,
      isBad: toneOf(event) === "bad",
      detail: details,
    },
  ];
}

/** The table that the last task was scheduled to call. */
function tableOf(before: readonly HistoryEvent[]): string {
  const scheduled = before.findLast(({ type }) => type === "TaskScheduled");
  const { TableName } = Scheduled.parse(scheduled && detailsOf(scheduled).parameters);
  return TableName;
}

/** Events as rules wrote them down, and what functions said. */
async function readLogs({ terms, from, to }: Wanted): Promise<Entry[]> {
  if (terms.length === 0) return [];
  const pattern = terms.map(({ value }) => `?${JSON.stringify(value)}`).join(" ");
  const perGroup = (await listLogGroups()).map(async ({ name: group }) => {
    const lines = await lastLines({ group, pattern, from, to, most: mostLinesAGroup });
    return lines.flatMap(({ eventId, timestamp, message }): Entry[] => {
      const value = parsed(message);
      if (!mentions(value, terms)) return [];
      const { success, data: event } = Envelope.safeParse(value);
      if (success) return [eventEntry({ event, at: timestamp, bus: "", deliveries: [] })];
      const { tone, text } = glimpseOf(message);
      const entry = { id: `${group} ${eventId}`, at: timestamp, lane: "Functions", title: text } as const;
      return [{ ...entry, note: group.split("/").at(-1) ?? group, isBad: tone === "bad", detail: value }];
    });
  });
  return (await Promise.all(perGroup)).flat();
}

function parsed(message: string): unknown {
  try {
    return JSON.parse(message);
  } catch {
    return { message };
  }
}
