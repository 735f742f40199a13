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

/** Changes that are written together, and when the line is to be told of them; null for not at all. */
interface Batch {
  changes: OrderChanged[];
  written: Promise<number | null>;
}

/**
 * Keeps the shops' lines by the events that tell of their orders, and tells everybody when one moves. What
 * comes while a line is being written is written with the next.
 */
export class LineKeeper {
  readonly #ports: LinePorts;
  /** By shop: what is being written, and what comes after it. */
  readonly #writing = new Map<string, Promise<void>>();
  readonly #next = new Map<string, Batch>();

  constructor(ports: LinePorts) {
    this.#ports = ports;
  }

  /**
   * Takes one event; safe to repeat and in any order. Throws if the line could not be written, so that the
   * event comes again; a telling that is lost is made up for by the next one, and by `GET /line`.
   */
  async keep(event: EventEnvelope): Promise<void> {
    const changed = OrderChanged.parse(event.detail);
    const { eventId, orderId, version } = changed;
    const next = this.#next.get(eventId);
    if (next !== undefined) {
      next.changes.push(changed);
      await next.written;
    } else {
      const tellAt = await this.#begin(eventId, [changed]).written;
      if (tellAt !== null) await tryToTell(this.#ports, eventId, tellAt);
    }
    log("info", "line kept", { eventId, orderId, version });
  }

  #begin(eventId: string, changes: OrderChanged[]): Batch {
    const before = this.#writing.get(eventId) ?? Promise.resolve();
    const written = before.then(() => {
      this.#next.delete(eventId);
      return write(this.#ports, eventId, changes);
    });
    const batch = { changes, written };
    this.#next.set(eventId, batch);
    // What fails fails for those who wait for it, not for those who come after.
    const settled = written.then(
      () => {},
      () => {},
    );
    this.#writing.set(eventId, settled);
    return batch;
  }
}

async function write(
  { lines, clock, sleep }: LinePorts,
  eventId: string,
  changes: readonly OrderChanged[],
): Promise<number | null> {
  for (let tries = 0; tries < maxTries; tries += 1) {
    const { row, revision } = await lines.read(eventId);
    const next = changes.reduce(takeChange, row);
    if (next === row) return null;
    // Who makes a drink moves nobody: its customer hears of it, the others stay where they are.
    const moves = changes.some(({ state }) => state !== "MAKING");
    const tellAt = moves ? turnToTell(row.toldAt, clock.now()) : null;
    if (await lines.save(eventId, revision, { ...next, toldAt: tellAt ?? row.toldAt })) return tellAt;
    await sleep(Math.random() * Math.min(longestPauseMs, 2 ** tries));
  }
  throw new Error(`The line of ${eventId} changed ${maxTries} times while it was being kept.`);
}

/** When to tell of a change: at once, or when it is time again; null where somebody waits to tell already. */
export function turnToTell(toldAt: number, now: number): number | null {
  return toldAt > now ? null : Math.max(now, toldAt + betweenTellingsMs);
}

async function tryToTell({ lines, feed, clock, sleep }: LinePorts, eventId: string, tellAt: number) {
  try {
    const soon = tellAt - clock.now();
    if (soon > 0) await sleep(soon);
    const { row } = await lines.read(eventId);
    const line = describeLine(row, clock.now());
    await feed.publish({ channel: channels.status(eventId), message: { type: "line", line } });
  } catch (error) {
    log("warn", "line not told", { eventId, ...errorFields(error) });
  }
}
