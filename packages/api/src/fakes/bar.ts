import { ErrorBody } from "@serverlesspresso/contracts/error";
import { lineEvents } from "@serverlesspresso/contracts/event";
import { OrderState } from "@serverlesspresso/contracts/order-state";
import * as z from "zod/mini";
import { createApp } from "../app";
import { LineKeeper } from "../line/line-keeper";
import type { LiveMessage } from "../live/messages-for";
import { enterWait } from "../orders/enter-wait";
import type { OrderRow, WaitingFor } from "../orders/order-row";
import { currentCodes } from "../qr-code/current-codes";
import { MemoryPorts } from "./memory-ports";

export interface Person {
  sub: string;
  groups?: string;
  /** When the token was issued, in seconds since 1970. */
  iat?: number;
}

export const people = {
  carla: { sub: "carla" },
  dora: { sub: "dora" },
  ana: { sub: "ana", groups: "[barista]" },
  ben: { sub: "ben", groups: "[barista]" },
  marta: { sub: "marta", groups: "[manager]" },
  screen: { sub: "screen", groups: "[display]" },
} as const satisfies Record<string, Person>;

export interface Sent {
  as?: Person;
  body?: unknown;
  key?: string | null;
  headers?: Readonly<Record<string, string>>;
}

/** What an answer holds: an order's fields or an error's. */
const Body = z.looseObject({
  state: z.optional(OrderState),
  version: z.optional(z.number()),
  number: z.nullish(z.number()),
  baristaName: z.nullish(z.string()),
  baristaUserId: z.nullish(z.string()),
  orderId: z.optional(z.string()),
  orders: z.optional(z.array(z.looseObject({ id: z.string() }))),
  error: z.optional(ErrorBody.shape.error),
});

/** A bar to try things in: the real app and handlers over ports in memory. */
export class Bar {
  readonly ports = new MemoryPorts();
  /** What the line's keeper told the live feed. */
  readonly told: LiveMessage[] = [];
  readonly #app = createApp(this.ports);
  #keys = 0;
  #eventsKept = 0;

  async send(method: string, path: string, { as, body, key, headers: given = {} }: Sent = {}) {
    const headers = new Headers(given);
    if (body !== undefined) headers.set("content-type", "application/json");
    if (key !== null) headers.set("idempotency-key", key ?? `key-${++this.#keys}`);
    // API Gateway hands an empty body over as none.
    const text = body === undefined ? "" : textOf(body);
    const init = { method, headers, ...(text === "" ? {} : { body: text }) };
    const response = await this.#app.request(path, init, { event: eventFor(as) });
    return { status: response.status, body: Body.parse(await response.json()) };
  }

  /** The workflow waits: its event reaches the handler, so many seconds later. */
  async wait(
    waitingFor: WaitingFor,
    wait: number,
    { execution = "run-1", id = "1", userId = "carla", eventId = "default", lateSeconds = 0 } = {},
  ) {
    const event = {
      orderId: id,
      userId,
      eventId,
      execution,
      wait,
      TaskToken: `${execution}:${wait}`,
    };
    await enterWait(this.ports, event, waitingFor, this.ports.now - lateSeconds * 1000);
  }

  /** The events that have not reached the line's keeper yet reach it. */
  async keepLine(): Promise<void> {
    const feed = { publish: async (message: LiveMessage) => void this.told.push(message) };
    const { events, lines, clock } = this.ports;
    const keeper = new LineKeeper({
      lines,
      feed,
      clock,
      sleep: async (ms: number) => this.ports.advance(ms / 1000),
    });
    const unkept = events.slice(this.#eventsKept);
    this.#eventsKept = events.length;
    for (const { type, detail } of unkept) {
      if (!lineEvents.some((each) => each === type)) continue;
      await keeper.keep({ id: "1", source: "", "detail-type": type, time: "", detail });
    }
  }

  async row(id = "1"): Promise<OrderRow> {
    const row = await this.ports.orders.read({ eventId: "default", id });
    if (row === null) throw new Error(`There is no row ${id}.`);
    return row;
  }

  /** The code that the screen shows now. */
  async code(): Promise<string> {
    return (await currentCodes(this.ports, "default")).current.code;
  }

  /** Somebody scans the screen. */
  async scan(as: Person, { code, ...sent }: Sent & { code?: string } = {}) {
    return this.send("POST", "/qr-code", { as, body: { code: code ?? (await this.code()) }, ...sent });
  }

  command(command: string, as: Person, sent: Sent = {}) {
    return this.send("POST", `/orders/1/${command}`, { as, ...sent });
  }

  submit(as: Person = people.carla, sent: Sent = {}) {
    return this.send("PUT", "/orders/1", { as, body: { drink: "flat-white" }, ...sent });
  }

  /** Carla's order 1, as far on its way as `state`, with the workflow waiting for the same. */
  async reach(state: "CREATED" | "SUBMITTED" | "MAKING" | "COMPLETED"): Promise<this> {
    await this.wait("customer", 1);
    if (state === "CREATED") return this;
    await this.submit();
    await this.wait("barista", 2);
    if (state === "SUBMITTED") return this;
    await this.command("make", people.ana);
    if (state === "MAKING") return this;
    await this.command("complete", people.ana);
    await this.wait("collection", 3);
    return this;
  }
}

function textOf(body: unknown): string {
  return typeof body === "string" ? body : JSON.stringify(body);
}

function eventFor(person: Person | undefined) {
  if (person === undefined) return {};
  const claims = {
    sub: person.sub,
    username: person.sub,
    token_use: "access",
    iat: String(person.iat ?? 0),
    ...(person.groups === undefined ? {} : { "cognito:groups": person.groups }),
  };
  return { requestContext: { authorizer: { jwt: { claims } } } };
}
