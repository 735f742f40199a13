import { randomUUID } from "node:crypto";
import { Machine } from "@serverlesspresso/simulator/node/machine";
import type { RobotSession } from "@serverlesspresso/simulator/node/robot-session";
import { type Answer, callApi } from "../api-call";
import type { Stack } from "../stack";
import type { Caller } from "./call";

/** Somebody with a sign-in that renews itself, whatever a test does to the clock. */
export class Person {
  private constructor(
    readonly stack: Stack,
    readonly caller: Caller,
    readonly session: RobotSession,
    private readonly eventId: string,
  ) {}

  static async signIn(stack: Stack, email: string, role: Caller["role"], eventId: string): Promise<Person> {
    const session = await (await machineOf(stack)).signIn(email);
    const { sub } = await session.get();
    return new Person(stack, { name: email.split("@")[0] ?? email, sub, role }, session, eventId);
  }

  /** As `callApi`; a token that has run out is renewed first, which no order hears of. */
  async call(
    method: string,
    path: string,
    body?: unknown,
    key: string = randomUUID(),
    signal?: AbortSignal,
  ): Promise<Answer> {
    const inShop = `${path}${path.includes("?") ? "&" : "?"}eventId=${this.eventId}`;
    const request = { method, path: inShop, body, headers: { "idempotency-key": key }, signal };
    const { accessToken } = await this.session.get();
    const answer = await callApi(this.stack, accessToken, request);
    if (answer.status !== 401) return answer;
    return callApi(this.stack, (await this.session.get({ refused: accessToken })).accessToken, request);
  }
}

export function machineOf(stack: Stack): Promise<Machine> {
  return Machine.at(Number(new URL(stack.customerUrl).port));
}
