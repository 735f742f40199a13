import { AppError } from "@serverlesspresso/contracts/error";
import { type PlaceInLine, placeInLine } from "@serverlesspresso/contracts/line";
import type { Order, Ticket } from "@serverlesspresso/contracts/order";
import type { Bar, GuestApi } from "./bar";
import type { Visit } from "./day";

/** How a visit ended. */
export type Ending =
  | "collected"
  | "uncollected"
  | "left"
  | "unmade"
  | "refused"
  | "undecided"
  | "turned away";

/** One visit as it went; times are epoch ms by the shop. */
export interface Outcome {
  ending: Ending;
  number: number | null;
  submittedAt: number | null;
  /** When it stood on the counter for the first time. */
  readyAt: number | null;
  /** What the customer was told right after ordering, and when. */
  told: (PlaceInLine & { at: number }) | null;
}

const nothing: Omit<Outcome, "ending"> = { number: null, submittedAt: null, readyAt: null, told: null };

/** The shop may still be making a place, or its line may not know of the order yet: asked again, less and less often. */
const tries = 12;
const firstPauseMs = 500;
const longestPauseMs = 10_000;
const longestWaitSeconds = 3600;

/** A customer who comes once, as their visit says. */
export class RobotCustomer {
  #keys = 0;

  /** @param name of this visit: no two have the same; @param code what the shop's screen shows */
  constructor(
    private readonly name: string,
    private readonly visit: Visit,
    private readonly bar: Bar,
    private readonly api: GuestApi,
    private readonly code: () => Promise<string>,
  ) {}

  /** Comes in and goes the whole way; resolves when they leave. */
  async come(): Promise<Outcome> {
    const { visit, bar } = this;
    const id = await this.#enter();
    if (id === null) return { ...nothing, ending: "turned away" };
    if (visit.choosesInSeconds === null) return { ...nothing, ending: "undecided" };
    await bar.clock.wait(visit.choosesInSeconds * 1000);
    const order = await this.#submit(id);
    if (order === null) return { ...nothing, ending: "refused" };
    bar.efforts.set(id, visit.effort);
    const submittedAt = Date.parse(order.submittedAt ?? "");
    const [told, ready] = await Promise.all([this.#askWhen(order.number), this.#untilReady(id)]);
    const ordered = { number: order.number, submittedAt, told };
    if (ready === "left") return { ...nothing, ...ordered, ending: "left" };
    if (ready === null) return { ...nothing, ...ordered, ending: "unmade" };
    const outcome = { ...ordered, readyAt: Date.parse(ready.completedAt ?? "") };
    if (visit.collectsInSeconds === null) return { ...outcome, ending: "uncollected" };
    await bar.clock.wait(visit.collectsInSeconds * 1000);
    bar.asking.add(id);
    bar.calls.ring();
    return { ...outcome, ending: "collected" };
  }

  async #enter(): Promise<string | null> {
    const code = await this.code();
    const answer = await orNull(this.api.redeemCode(code, this.#key()));
    return answer?.orderId ?? null;
  }

  /** Null where the shop refused. */
  async #submit(id: string): Promise<Order | null> {
    const key = this.#key();
    return this.#patiently(async () => {
      try {
        return await this.api.submitOrder(id, this.visit.choice, key);
      } catch (error) {
        if (!(error instanceof AppError) || error.status >= 500) throw error;
        return error.code === "order_starting" ? undefined : null;
      }
    });
  }

  /** What the phone shows first: the line learns of an order a moment after its customer. */
  #askWhen(number: number | null): Promise<Outcome["told"]> {
    return this.#patiently(async () => {
      const line = await this.api.line();
      const place = placeInLine(line, number);
      return place === null ? undefined : { ...place, at: Date.parse(line.serverTime) };
    });
  }

  /** Asks until there is an answer; null if there is none in the end. */
  async #patiently<T>(ask: () => Promise<T | undefined>): Promise<T | null> {
    for (let tried = 0; tried < tries; tried += 1) {
      const answer = await ask();
      if (answer !== undefined) return answer;
      await this.bar.clock.wait(Math.min(longestPauseMs, firstPauseMs * 2 ** tried));
    }
    return null;
  }

  /** The ticket once it is ready; null if it never was. */
  async #untilReady(id: string): Promise<Ticket | "left" | null> {
    const { clock, queue } = this.bar;
    let isFedUp = false;
    const fedUp = clock.wait((this.visit.leavesInSeconds ?? longestWaitSeconds) * 1000).then(() => {
      isFedUp = true;
    });
    let wasSeen = false;
    for (;;) {
      const ticket = queue.tickets().find((each) => each.id === id);
      if (ticket?.state === "COMPLETED") return ticket;
      if (wasSeen && ticket === undefined) return null;
      wasSeen ||= ticket !== undefined;
      if (isFedUp && ticket?.state === "SUBMITTED") {
        const cancelled = await orNull(this.api.commandOrder(id, "cancel", this.#key()));
        if (cancelled !== null) return "left";
      }
      await (isFedUp ? queue.changes.rung() : Promise.race([queue.changes.rung(), fedUp]));
    }
  }

  #key(): string {
    this.#keys += 1;
    return `${this.name}-${this.bar.opensAt}-${this.#keys}`;
  }
}

/** Null where the shop refused; whatever else goes wrong is thrown. */
async function orNull<T>(request: Promise<T>): Promise<T | null> {
  try {
    return await request;
  } catch (error) {
    if (error instanceof AppError && error.status < 500) return null;
    throw error;
  }
}
