import { randomUUID } from "node:crypto";
import { ErrorBody } from "@serverlesspresso/contracts/error";
import { OrderList } from "@serverlesspresso/contracts/order";
import { isFinal } from "@serverlesspresso/contracts/order-state";
import { QrCodes, RedeemedCode } from "@serverlesspresso/contracts/qr-code";
import { z } from "zod";
import type { Answer } from "../api-call";
import type { Stack } from "../stack";
import { Person } from "./people";
import { historySettings } from "./shop-of-histories";
import { type OrderItem, ordersById } from "./tables";

/** An order that somebody has begun. */
export interface Begun {
  orderId: string;
  /** Null for an order of somebody without a phone. */
  owner: Person | null;
  begunAt: number;
}

/** Somebody redeemed a code, how often ever: what it was answered. */
export interface Redeemed {
  sub: string;
  key: string;
  orderIds: string[];
}

const redeemTries = 5;

/** The people of one shop, who begin one order after the other. */
export class Company {
  readonly redeemed: Redeemed[] = [];
  /** The orders that were begun in this round. */
  readonly begunNow: string[] = [];
  readonly strangers: Person[] = [];
  readonly staff: Person[] = [];
  readonly #free: Person[] = [];
  /** Those who asked for a place and do not know whether they have one. */
  readonly #unanswered: Person[] = [];
  readonly #begun = new Set<string>();
  #screen: Person | undefined;
  #signedUp = 0;

  constructor(
    readonly stack: Stack,
    readonly eventId: string,
  ) {}

  /** Lets the staff and so many customers sign in. */
  async gather(customers: number): Promise<void> {
    const { stack, eventId } = this;
    const sign = (email: string, role: "barista" | "manager") => Person.signIn(stack, email, role, eventId);
    this.staff.push(
      await sign("barista@example.com", "barista"),
      await sign("ben@example.com", "barista"),
      await sign("manager@example.com", "manager"),
    );
    this.#screen = await Person.signIn(stack, "display@example.com", "customer", eventId);
    this.strangers.push(await this.#signUp());
    this.#free.push(...(await Promise.all(Array.from({ length: customers }, () => this.#signUp()))));
  }

  /** The manager, and every customer who has signed up here by now and has no order. */
  get people(): readonly Person[] {
    return [...this.staff.slice(-1), ...this.#free];
  }

  /** Null where the shop, or whoever carries messages to it, would not have it. */
  async begin(how: "code" | "walk-up"): Promise<Begun | null> {
    const begunAt = performance.now();
    const begun = how === "code" ? await this.#redeem() : await this.#walkUp();
    if (begun === null) return null;
    this.begunNow.push(begun.orderId);
    return { ...begun, begunAt };
  }

  /** Whoever has no order in progress takes a place on the code, twice at once as an impatient thumb does. */
  async #redeem(): Promise<Omit<Begun, "begunAt"> | null> {
    for (let tries = 0; tries < redeemTries; tries += 1) {
      const owner = this.#free.shift() ?? (await this.#signUp().catch(() => undefined));
      // Where there is no power, nobody signs up.
      if (owner === undefined) return null;
      const key = randomUUID();
      const code = await this.#code();
      const answers = await Promise.all([1, 2].map(() => this.#ask(owner, code, key)));
      const orderIds = answers.flatMap((answer) => RedeemedCode.safeParse(answer?.body).data?.orderId ?? []);
      this.redeemed.push({ sub: owner.caller.sub, key, orderIds });
      const [orderId] = orderIds;
      if (orderId !== undefined && !this.#begun.has(orderId)) {
        this.#begun.add(orderId);
        return { orderId, owner };
      }
      // With an order in progress still they would get that one again: they come back later, unless it is one that
      // nobody here has heard of, and that would be taken for a new one in another round.
      (answers.every(isAnswered) ? this.#free : this.#unanswered).push(owner);
      if (answers.some((answer) => isUsedUp(answer)))
        await this.stack.advance(historySettings.codeWindowSeconds);
    }
    return null;
  }

  /** What the shop's screen shows; nothing that is a code while it cannot be asked. */
  async #code(): Promise<string> {
    const answer = await this.#screen?.call("GET", "/qr-code").catch(() => undefined);
    return QrCodes.safeParse(answer?.body).data?.current.code ?? "none";
  }

  /** Nothing of the round before counts any more; whoever was left without an answer gives up what they may have. */
  async beginRound(): Promise<void> {
    this.redeemed.length = 0;
    this.begunNow.length = 0;
    for (const owner of this.#unanswered.splice(0)) {
      const { orders } = OrderList.parse((await owner.call("GET", "/myOrders")).body);
      for (const { id, state } of orders) {
        if (!isFinal(state)) await owner.call("POST", `/orders/${id}/cancel`);
      }
      this.#free.push(owner);
    }
  }

  /** The orders of this round that somebody waits for now. */
  async waiting(): Promise<OrderItem[]> {
    const rows = await ordersById(this.stack, this.eventId, this.begunNow);
    return rows.filter(({ ORDERSTATE }) => !isFinal(ORDERSTATE));
  }

  /** Whoever began an order is free for the next one. */
  release({ owner }: Begun): void {
    if (owner !== null) this.#free.push(owner);
  }

  async #walkUp(): Promise<Omit<Begun, "begunAt"> | null> {
    const [barista] = this.staff;
    const answer = await barista?.call("POST", "/orders").catch(() => undefined);
    const orderId = z.object({ orderId: z.string() }).safeParse(answer?.body).data?.orderId;
    return orderId === undefined ? null : { orderId, owner: null };
  }

  #ask(owner: Person, code: string, key: string): Promise<Answer | undefined> {
    return owner.call("POST", "/qr-code", { code }, key).catch(() => undefined);
  }

  #signUp(): Promise<Person> {
    this.#signedUp += 1;
    const email = `${this.eventId}.${this.#signedUp}@example.com`;
    return Person.signIn(this.stack, email, "customer", this.eventId);
  }
}

function isAnswered(answer: Answer | undefined): boolean {
  return answer !== undefined && answer.status < 500;
}

function isUsedUp(answer: Answer | undefined): boolean {
  const code = ErrorBody.safeParse(answer?.body).data?.error.code;
  return code === "code_exhausted" || code === "code_expired";
}
