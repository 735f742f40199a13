import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { Order, type Ticket } from "@serverlesspresso/contracts/order";
import { RedeemedCode } from "@serverlesspresso/contracts/qr-code";
import { z } from "zod";
import { type Answer, callApi } from "./api-call";
import { signIn, subOf, type Tokens } from "./cognito";
import { shopCode } from "./shop-code";
import type { Stack } from "./stack";

/** Somebody who calls the HTTP API without a screen, signed in as the apps sign in. */
export class ApiUser {
  /** @param eventId the shop that they stand in */
  constructor(
    readonly stack: Stack,
    readonly tokens: Tokens,
    readonly eventId = "default",
  ) {}

  /** A known address signs in, an unknown one signs up. */
  static async signIn(stack: Stack, email: string, eventId?: string): Promise<ApiUser> {
    return new ApiUser(stack, await signIn(stack, email), eventId);
  }

  get sub(): string {
    return subOf(this.tokens.access);
  }

  call(
    method: string,
    path: string,
    body?: unknown,
    key: string = randomUUID(),
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const inShop = `${path}${path.includes("?") ? "&" : "?"}eventId=${this.eventId}`;
    return callApi(this.stack, this.tokens.access, {
      method,
      path: inShop,
      body,
      headers: { "idempotency-key": key, ...headers },
    });
  }

  /** What a test only builds on: throws what was answered instead of a success. */
  async must(method: string, path: string, body?: unknown): Promise<Answer> {
    const answer = await this.call(method, path, body);
    if (answer.status < 300) return answer;
    throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  }

  async redeem(code?: string, key?: string): Promise<Answer> {
    return this.call("POST", "/qr-code", { code: code ?? (await shopCode(this.stack, this.eventId)) }, key);
  }

  /** Redeems the shop's code and waits until the order may be submitted. */
  async enter(code?: string): Promise<string> {
    const order = await this.settled(orderIdOf(await this.redeem(code)));
    expect(order).toMatchObject({ state: "CREATED", cause: null });
    return order.id;
  }

  /** The order as it is once the shop has let it in or refused it. */
  async settled(orderId: string): Promise<Order | Ticket> {
    await expect.poll(async () => (await this.order(orderId)).state).not.toBe("REQUESTED");
    return this.order(orderId);
  }

  async order(orderId: string): Promise<Order | Ticket> {
    const { body } = await this.call("GET", `/orders/${orderId}`);
    return z.looseObject(Order.shape).parse(body) as Order; // a ticket has one member more than an order
  }
}

/** The order that a redeemed code answered. */
export function orderIdOf(answer: Answer | undefined): string {
  return RedeemedCode.parse(answer?.body).orderId;
}
