import type { Api } from "@serverlesspresso/client/api";
import type { Ticket } from "@serverlesspresso/contracts/order";
import { Bell } from "./bell";
import type { Day } from "./day";
import type { RobotClock } from "./robot-clock";

/** What robot customers ask of the shop, each signed in for themselves. */
export type GuestApi = Pick<Api, "redeemCode" | "submitOrder" | "commandOrder" | "line">;

/** What robot baristas ask of it. */
export type BaristaApi = Pick<Api, "commandOrder">;

/** The queue as the bar's screen shows it, with what stands ready. */
export interface QueueView {
  /** SUBMITTED, MAKING and COMPLETED, oldest first. */
  tickets(): readonly Ticket[];
  /** Rings when one of them has changed. */
  readonly changes: Bell;
}

/** The room that everybody stands in: what is said, seen and done there without any computer. */
export class Bar {
  /** Work on an order, as its visit has it; others are as usual. */
  readonly efforts = new Map<string, number>();
  /** Orders that a barista works on without having told. */
  readonly inHand = new Set<string>();
  /** Customers at the counter who ask for their drink. */
  readonly asking = new Set<string>();
  /** Rings when a customer asks. */
  readonly calls = new Bell();
  readonly opensAt: number;

  constructor(
    readonly day: Day,
    readonly clock: RobotClock,
    readonly queue: QueueView,
  ) {
    this.opensAt = clock.now();
  }

  /** Seconds since the day began. */
  get second(): number {
    return (this.clock.now() - this.opensAt) / 1000;
  }

  waitUntil(second: number): Promise<void> {
    return this.clock.wait((second - this.second) * 1000);
  }
}
