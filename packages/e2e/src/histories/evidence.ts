import type { Sent } from "../traffic";
import type { Told, View } from "./audience";
import type { Redeemed } from "./company";
import type { OrderHistory } from "./play-history";
import type { CodeItem, OrderItem, ShopItem } from "./tables";

/** A time in which the shop was closed for certain: by the machine's clock, in ms. */
export interface Closure {
  from: number;
  until: number;
}

/** Everything that is known of one round of histories, once all is quiet again. */
export interface Evidence {
  histories: readonly OrderHistory[];
  /** The rows of this round's orders. */
  rows: readonly OrderItem[];
  redeemed: readonly Redeemed[];
  shop: ShopItem;
  codes: readonly CodeItem[];
  /** Orders that somebody waited for at some instants while all went on. */
  waiting: readonly OrderItem[];
  /** How many places were taken, looked at again and again while all went on. */
  places: readonly number[];
  closures: readonly Closure[];
  told: readonly Told[];
  views: readonly View[];
  strange: readonly string[];
  sent: readonly Sent[];
  /** Names of executions that run. */
  running: ReadonlySet<string>;
  /** Executions that were stopped by hand: their orders need none. */
  stopped: ReadonlySet<string>;
  /** From when to when the round lasted, by the machine's clock, in ms. */
  lasted: Closure;
  /** How long row, workflow and places took to agree once nothing more was done to them, in seconds of the machine's clock. */
  settledSeconds: number;
  disagreements: readonly string[];
  /** Whether no live message was lost on purpose: then each change has to be heard at once. */
  isFeedWhole: boolean;
  /** Whether answers to writes in the table were lost on purpose: a command may then be told of later than it was done. */
  losesWriteAnswers: boolean;
  /** How many deliveries came twice, late or out of order. */
  perturbed: number;
  redriven: Redriven;
}

/** Events that were put on the bus once more after everything, and what they changed. */
export interface Redriven {
  events: number;
  changes: readonly string[];
}
