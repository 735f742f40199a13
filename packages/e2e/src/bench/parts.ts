import type { Figure } from "./figure";
import { measureHistory } from "./history";
import { measureJourney } from "./journey";
import { measureLighthouse } from "./lighthouse";
import { measureLive } from "./live";
import { measureLocal } from "./local";
import { measurePrice } from "./price";
import { measureQueue } from "./queue";
import { measureThroughput } from "./throughput";
import { measureWarmStart } from "./warm-start";

export interface BenchOptions {
  /** The Chromium to measure in. */
  browser: string;
  /** How many orders go all their way where many are needed. */
  orders: number;
  /** How many past orders lie in the table where a history is needed. */
  past: number;
}

/** What `npm run bench` measures, in order; each in a stack of its own. */
export const parts: Record<string, (options: BenchOptions) => Promise<Figure[]>> = {
  lighthouse: measureLighthouse,
  journey: measureJourney,
  queue: measureQueue,
  throughput: measureThroughput,
  live: measureLive,
  start: measureWarmStart,
  price: measurePrice,
  history: measureHistory,
  local: measureLocal,
};
