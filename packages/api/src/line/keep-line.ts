import { type EventEnvelope, OrderChanged } from "@serverlesspresso/contracts/event";
import { channels } from "@serverlesspresso/contracts/live";
import type { LiveFeed } from "../live/publish-changes";
import { errorFields, log } from "../log";
import type { Clock } from "../ports";
import { describeLine } from "./describe-line";
import type { LineStore } from "./line-store";
import { takeChange } from "./take-change";

/** Others may write the line between our reading and our writing; those who lose come again, a little apart. */
const maxTries = 20;
const longestPauseMs = 100;
/** However much happens, the line is told no more often than so: everybody who waits hears of it. */
const betweenTellingsMs = 1_000;

export interface LinePorts {
  lines: LineStore;
  feed: LiveFeed;
  clock: Clock;
  /** Resolves after so many milliseconds. */
  sleep(ms: number): Promise<unknown>;
}

/**
 * Keeps a shop's line by the events that tell of its orders, and tells everybody when it moves. Safe to repeat
 * and in any order. Throws if the line could not be written, so that the event comes again; a telling that is
 * lost is made up for by the next one, and by `GET /line`.
 */
export async function keepLine(ports: LinePorts, event: EventEnvelope): Promise<void> {
  const changed = OrderChanged.parse(event.detail);
  const { eventId } = changed;
  for (let tries = 0; tries < maxTries; tries += 1) {
    const { row, revision } = await ports.lines.read(eventId);
    const next = takeChange(row, changed);
    if (next === row) return;
    // Who makes a drink moves nobody: its customer hears of it, the others stay where they are.
    const tellAt = changed.state === "MAKING" ? null : turnToTell(row.toldAt, ports.clock.now());
    const saved = { ...next, toldAt: tellAt ?? row.toldAt };
    if (await ports.lines.save(eventId, revision, saved)) {
      log("info", "line kept", { eventId, orderId: changed.orderId, version: changed.version });
      if (tellAt !== null) await tryToTell(ports, eventId, tellAt);
      return;
    }
    await ports.sleep(Math.random() * Math.min(longestPauseMs, 2 ** tries));
  }
  throw new Error(`The line of ${eventId} changed ${maxTries} times while it was being kept.`);
}

/** When to tell of a change: at once, or when it is time again; null where somebody waits to tell already. */
export function turnToTell(toldAt: number, now: number): number | null {
  return toldAt > now ? null : Math.max(now, toldAt + betweenTellingsMs);
}

async function tryToTell(ports: LinePorts, eventId: string, tellAt: number): Promise<void> {
  try {
    await ports.sleep(Math.max(0, tellAt - ports.clock.now()));
    const { row } = await ports.lines.read(eventId);
    const line = describeLine(row, ports.clock.now());
    await ports.feed.publish({ channel: channels.status(eventId), message: { type: "line", line } });
  } catch (error) {
    log("warn", "line not told", { eventId, ...errorFields(error) });
  }
}
