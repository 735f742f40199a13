import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { Api } from "@serverlesspresso/client/api";
import { barApi } from "@serverlesspresso/client/bar-api";
import { AppError } from "@serverlesspresso/contracts/error";
import type { Begun } from "./scan-screen";
import type { PlannedOrder } from "./shop-day";

/** What became of an order, in epoch ms of the shop; null for what has not happened, or never does. */
export interface ServedOrder {
  number: number;
  submittedAt: number;
  completedAt: number | null;
  endedAt: number | null;
}

interface Step {
  /** Epoch ms of the shop. */
  due: number;
  take(): Promise<void>;
}

const startingMs = 50;
const startingTries = 200;
const choice = { drink: "flat-white", modifiers: [] };

/** Serves a planned day by the HTTP API: whatever is due is done, for as long as the back end runs. */
export class ServedDay {
  readonly orders: ServedOrder[] = [];
  readonly #steps: Step[] = [];

  /** @param guest who stands before the screen: scans it and begins an order there; null finds no code */
  constructor(
    plan: readonly PlannedOrder[],
    private readonly opensAt: number,
    private readonly barista: Api,
    private readonly guest: () => Promise<Begun | null>,
    private readonly now: () => number,
  ) {
    for (const order of plan) this.#plan(order.arrives, () => this.#arrive(order));
  }

  /** Whether everybody was served and has gone. */
  get isOver(): boolean {
    return this.#steps.length === 0;
  }

  /** Seconds until something happens. */
  get quietSeconds(): number {
    return (Math.min(...this.#steps.map(({ due }) => due)) - this.now()) / 1000;
  }

  /** Does what is due. */
  async work(): Promise<void> {
    const now = this.now();
    const due = this.#steps.filter((step) => step.due <= now);
    for (const step of due) this.#steps.splice(this.#steps.indexOf(step), 1);
    await Promise.all(due.map((step) => step.take()));
  }

  #plan(seconds: number, take: () => Promise<void>): void {
    this.#steps.push({ due: this.opensAt + seconds * 1000, take });
  }

  async #arrive(planned: PlannedOrder): Promise<void> {
    const begun = planned.scans ? await this.guest() : await this.#walkUp();
    if (!begun) return;
    const number = await submit(begun, begun.orderId);
    const order: ServedOrder = { number, submittedAt: this.now(), completedAt: null, endedAt: null };
    this.orders.push(order);
    this.#plan(planned.makes, () => this.#make(planned, order, begun.orderId));
  }

  async #walkUp() {
    const { orderId } = await barApi(this.barista).beginOrder(randomUUID());
    return { orderId, submitOrder: this.barista.submitOrder };
  }

  async #make({ completes, leaves }: PlannedOrder, order: ServedOrder, id: string): Promise<void> {
    const { barista } = this;
    const leave = async () => {
      if (completes === null) await barista.commandOrder(id, "cancel", randomUUID(), "Left");
      else await barista.commandOrder(id, "collect", randomUUID());
      order.endedAt = this.now();
    };
    await barista.commandOrder(id, "make", randomUUID());
    if (completes === null) return this.#plan(leaves, leave);
    this.#plan(completes, async () => {
      await barista.commandOrder(id, "complete", randomUUID());
      order.completedAt = this.now();
      this.#plan(leaves, leave);
    });
  }
}

/** Resolves with its number, once the shop has let the order in. */
async function submit(who: Pick<Api, "submitOrder">, orderId: string): Promise<number> {
  const key = randomUUID();
  for (let tries = 0; tries < startingTries; tries += 1) {
    try {
      const { number } = await who.submitOrder(orderId, choice, key);
      if (number === null) throw new Error(`Order ${orderId} has no number.`);
      return number;
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "order_starting") throw error;
      await wait(startingMs);
    }
  }
  throw new Error(`Order ${orderId} was not admitted.`);
}
