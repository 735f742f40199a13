import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import { syncFolder } from "./durable-file";

/**
 * Node's timers stand still while the machine sleeps, and know nothing of a clock that is set: none is trusted for
 * longer than this.
 */
const longestTimeout = 10_000;

const savesEveryMs = 1000;
/** Saving may be late by so much before a kill could set a fast clock back. */
const lateSaveMs = 30_000;

/** `at` (real ms) and `rate`: from when, and how fast, the lead has grown since it was saved. */
const Saved = z.object({ lead: z.number(), at: z.number().optional(), rate: z.number().optional() });

interface Timer {
  at: number;
  run: () => void;
  handle: NodeJS.Timeout | undefined;
}

/**
 * The one clock of the machine: timers, tokens, schedules and `Date` in the workers follow it.
 * It is ahead of the real clock by `lead`, which only grows, also over a restart. A fast clock that was
 * killed is taken to have gone on for a while, so that no time comes twice.
 */
export class Clock {
  /** [lead in ms, real ms at start, rate]; workers compute the same time from it without asking. */
  readonly shared = new Float64Array(new SharedArrayBuffer(3 * 8));
  readonly #file: string;
  readonly #timers = new Set<Timer>();
  #saving: NodeJS.Timeout | undefined;

  constructor(dataFolder: string, rate = 1) {
    this.#file = join(dataFolder, "clock.json");
    this.shared[0] = existsSync(this.#file) ? readLead(this.#file) : 0;
    this.shared[1] = Date.now();
    this.shared[2] = rate;
    if (rate !== 1) {
      this.#save();
      this.#saving = setInterval(() => this.#save(), savesEveryMs).unref();
    }
  }

  /** Milliseconds since the epoch. */
  now(): number {
    return timeOf(this.shared);
  }

  /** Seconds since the epoch, with fractions, as the JSON protocols carry timestamps. */
  seconds(): number {
    return this.now() / 1000;
  }

  /** Runs `run` once when the clock reads `at` (ms) or later; answers how to cancel it. */
  at(at: number, run: () => void): () => void {
    const timer: Timer = { at, run, handle: undefined };
    this.#timers.add(timer);
    this.#arm(timer);
    return () => {
      clearTimeout(timer.handle);
      this.#timers.delete(timer);
    };
  }

  /** Moves the clock ahead; timers that are due by then run in the order of their time. */
  advance(seconds: number): void {
    this.shared[0] = (this.shared[0] ?? 0) + seconds * 1000;
    this.#save();
    for (const timer of [...this.#timers].sort((a, b) => a.at - b.at)) {
      clearTimeout(timer.handle);
      this.#arm(timer);
    }
  }

  close(): void {
    clearInterval(this.#saving);
    for (const timer of this.#timers) clearTimeout(timer.handle);
    this.#timers.clear();
    this.#save({ isLast: true });
  }

  #arm(timer: Timer): void {
    const wait = (timer.at - this.now()) / (this.shared[2] ?? 1);
    timer.handle = setTimeout(
      () => {
        if (timer.at > this.now()) {
          this.#arm(timer);
          return;
        }
        this.#timers.delete(timer);
        timer.run();
      },
      Math.min(Math.max(Math.ceil(wait), 0), longestTimeout),
    );
  }

  #save({ isLast = false } = {}): void {
    const at = Date.now();
    const lead = this.now() - at;
    const rate = this.shared[2] ?? 1;
    const saved = rate === 1 || isLast ? { lead } : { lead, at, rate };
    writeFileSync(`${this.#file}.new`, JSON.stringify(saved), { flush: true });
    renameSync(`${this.#file}.new`, this.#file);
    syncFolder(dirname(this.#file));
  }
}

/** The time that a clock's shared numbers stand for, in ms since the epoch. */
export function timeOf(shared: Float64Array): number {
  const [lead = 0, start = 0, rate = 1] = shared;
  return start + lead + (Date.now() - start) * rate;
}

function readLead(file: string): number {
  const saved = Saved.safeParse(parseJson(readFileSync(file, "utf8")));
  if (!saved.success) throw new Error(`${file} is damaged: ${z.prettifyError(saved.error)}`);
  const { lead, at, rate = 1 } = saved.data;
  const since = at === undefined ? 0 : Math.min(Math.max(Date.now() - at, 0), lateSaveMs);
  return lead + since * (rate - 1);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
