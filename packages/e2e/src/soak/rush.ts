import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { Api } from "@serverlesspresso/client/api";
import { barApi } from "@serverlesspresso/client/bar-api";
import { AppError } from "@serverlesspresso/contracts/error";
import type { Random } from "@serverlesspresso/simulator/random";
import type { RobotClock } from "@serverlesspresso/simulator/robot-clock";
import { type Hands, handsOn } from "./hands";

/** What became of one order, in epoch ms of this process: nobody has to know of anything before it was answered. */
export interface Progress {
  number: number;
  submittedAt: string;
  submitted: number;
  /** From when to when the shop was being told that it is ready, and then that it was collected. */
  completing: number;
  completed: number;
  /** As the shop says; null until it has. */
  completedAt: string | null;
  collecting: number;
  collected: number;
}

export interface RushOptions {
  hours: number;
  /** Orders an hour, at the busiest. */
  peak: number;
}

const drinks = ["espresso", "latte", "flat-white", "cappuccino", "mocha", "americano"];
const makeAfterSeconds = 75;
const workSeconds = 60;
const collectAfterSeconds = 45;
/** The quietest time of the day, as a share of the busiest. */
const quiet = 0.2;
/** So many orders are made by those without a screen before one is made at the screen. */
const screenEvery = 15;
const startingMs = 100;
const startingTries = 100;

/** Orders that come, are made and collected, by the HTTP API, all day long. */
export class Rush {
  readonly orders: Progress[] = [];
  readonly trouble: unknown[] = [];
  #turn = 0;

  /** @param baristas who do everything in turn; @param screen whoever makes some of it at a screen; @param clock of the shop */
  constructor(
    private readonly baristas: readonly Api[],
    private readonly screen: Hands,
    private readonly clock: RobotClock,
    private readonly random: Random,
    private readonly options: RushOptions,
  ) {}

  /** Resolves when the last order of the day was collected. */
  async run(): Promise<void> {
    const { clock, random } = this;
    const opensAt = clock.now();
    const hour = () => (clock.now() - opensAt) / 3_600_000;
    const served: Promise<void>[] = [];
    while (hour() < this.options.hours) {
      await clock.wait(random.exponential(3_600_000 / this.#rateAt(hour())));
      served.push(this.#serve().catch((error) => void this.trouble.push(error)));
    }
    await Promise.all(served);
  }

  /** Two rushes a day, and quiet before, between and after them. */
  #rateAt(hour: number): number {
    const wave = Math.sin((2 * Math.PI * hour) / this.options.hours) ** 2;
    return this.options.peak * (quiet + (1 - quiet) * wave);
  }

  async #serve(): Promise<void> {
    const api = this.#next();
    const { orderId } = await barApi(api).beginOrder(randomUUID());
    const { number, submittedAt } = await this.#submit(api, orderId);
    if (number === null || submittedAt === null) throw new Error(`Order ${orderId} has no number.`);
    const never = Number.POSITIVE_INFINITY;
    const progress: Progress = {
      ...{ number, submittedAt, submitted: Date.now(), completedAt: null },
      ...{ completing: never, completed: never, collecting: never, collected: never },
    };
    this.orders.push(progress);
    const hands = this.orders.length % screenEvery === 0 ? this.screen : handsOn(api);
    await this.#make(hands, orderId, progress).catch((error) => {
      // Nobody knows what became of it.
      this.orders.splice(this.orders.indexOf(progress), 1);
      throw error;
    });
  }

  async #make(hands: Hands, id: string, progress: Progress): Promise<void> {
    const { clock, random } = this;
    const order = { id, number: progress.number };
    await clock.wait(random.lognormal(makeAfterSeconds, 0.4) * 1000);
    await hands("make", order);
    await clock.wait(random.lognormal(workSeconds, 0.3) * 1000);
    progress.completing = Date.now();
    const { completedAt } = await hands("complete", order);
    Object.assign(progress, { completed: Date.now(), completedAt });
    await clock.wait(random.lognormal(collectAfterSeconds, 0.6) * 1000);
    progress.collecting = Date.now();
    await hands("collect", order);
    progress.collected = Date.now();
  }

  async #submit(api: Api, orderId: string) {
    const key = randomUUID();
    const choice = { drink: this.random.pick(drinks.map((drink) => [drink, 1])), modifiers: [] };
    for (let tries = 0; tries < startingTries; tries += 1) {
      try {
        return await api.submitOrder(orderId, choice, key);
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== "order_starting") throw error;
        await wait(startingMs);
      }
    }
    throw new Error(`Order ${orderId} was not admitted.`);
  }

  #next(): Api {
    this.#turn += 1;
    const api = this.baristas[this.#turn % this.baristas.length];
    if (api === undefined) throw new Error("Nobody works.");
    return api;
  }
}
