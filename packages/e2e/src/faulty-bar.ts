import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { expect } from "@playwright/test";
import { z } from "zod";
import type { Answer } from "./api-call";
import { Person } from "./histories/people";
import { type Settled, settle } from "./histories/settle";
import { type OrderItem, ordersById } from "./histories/tables";
import type { Stack } from "./stack";

const Begun = z.object({ orderId: z.string() });
const espresso = { drink: "espresso", modifiers: [] };
const tries = 400;
const againMs = 50;
const admissionLooks = 600;
const looksToStep = 150;
const stepSeconds = 20;

/** A bar at which orders of people without a phone go their way while things go wrong. */
export class FaultyBar {
  readonly #stopped = new Set<string>();
  #turn = 0;

  private constructor(
    readonly stack: Stack,
    readonly eventId: string,
    readonly staff: readonly Person[],
  ) {}

  static async open(stack: Stack, eventId: string): Promise<FaultyBar> {
    const emails = ["barista", "ben", "rita", "manager", "maria"].map((name) => `${name}@example.com`);
    const roleOf = (email: string) => (email.startsWith("ma") ? "manager" : "barista");
    const staff = emails.map((email) => Person.signIn(stack, email, roleOf(email), eventId));
    return new FaultyBar(stack, eventId, await Promise.all(staff));
  }

  /** The staff in turn, so that nobody asks too much at once. */
  next(): Person {
    this.#turn += 1;
    const person = this.staff[this.#turn % this.staff.length];
    if (person === undefined) throw new Error("Nobody works.");
    return person;
  }

  /** An order for which somebody has to choose; begun once, whatever becomes of the answers. */
  async begin(): Promise<string> {
    const [who, key] = [this.next(), randomUUID()];
    const { orderId } = Begun.parse(
      (await this.persist(() => who.call("POST", "/orders", undefined, key))).body,
    );
    await this.#admitted(orderId);
    return orderId;
  }

  /** What failed while it was being admitted is tried again after a minute, by the machine's clock. */
  async #admitted(orderId: string): Promise<void> {
    for (let looks = 1; looks <= admissionLooks; looks += 1) {
      if ((await this.row(orderId))?.ORDERSTATE === "CREATED") return;
      if (looks % looksToStep === 0) await this.stack.advance(stepSeconds);
      await wait(againMs);
    }
    throw new Error(`${orderId} was not admitted: ${statesOf(await this.row(orderId))}`);
  }

  async beginMany(count: number): Promise<string[]> {
    return Promise.all(Array.from({ length: count }, () => this.begin()));
  }

  submit(
    orderId: string,
    who = this.next(),
    key: string = randomUUID(),
    choice: object = espresso,
  ): Promise<Answer> {
    return who.call("PUT", `/orders/${orderId}`, choice, key);
  }

  command(orderId: string, command: string, who = this.next(), key: string = randomUUID()): Promise<Answer> {
    const body = command === "cancel" ? { reason: "Out of milk" } : undefined;
    return who.call("POST", `/orders/${orderId}/${command}`, body, key);
  }

  /** One command, sent with its key until it is answered; throws unless it was done. */
  async done(orderId: string, command: string, who = this.next()): Promise<void> {
    const key = randomUUID();
    const { status, body } = await this.persist(() =>
      command === "submit" ? this.submit(orderId, who, key) : this.command(orderId, command, who, key),
    );
    expect(status, `${command} of ${orderId}: ${JSON.stringify(body)}`).toBe(200);
  }

  /** From the choice to the customer's hand, by one person. */
  async serve(orderId: string): Promise<void> {
    const who = this.next();
    for (const command of ["submit", "make", "complete", "collect"]) await this.done(orderId, command, who);
  }

  async row(orderId: string): Promise<OrderItem | undefined> {
    const [row] = await ordersById(this.stack, this.eventId, [orderId]);
    return row;
  }

  /** The execution of an order is none that it can count on any more. */
  forget(execution: string): void {
    this.#stopped.add(execution);
  }

  /** Until row, workflow and places of these orders agree; throws if they do not within two minutes. */
  async rests(orderIds: readonly string[]): Promise<Settled> {
    const settled = await settle(this.stack, this.eventId, orderIds, this.#stopped);
    expect(settled.disagreements).toEqual([]);
    expect(settled.rows).toHaveLength(orderIds.length);
    return settled;
  }

  /** As a client does: again with the same key until something was answered. */
  async persist(send: () => Promise<Answer>): Promise<Answer> {
    for (let tried = 0; tried < tries; tried += 1) {
      const answer = await send().catch(() => null);
      const isPassing = answer === null || answer.status === 429 || answer.status >= 500;
      if (!isPassing) return answer;
      await wait(againMs);
    }
    throw new Error("Nobody answers.");
  }
}

/** The states of an order's journey, one after the other. */
export function statesOf(row: OrderItem | undefined): string[] {
  return row?.history.map(({ state }) => state) ?? [];
}
