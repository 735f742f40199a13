import { randomUUID } from "node:crypto";
import {
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  StopExecutionCommand,
} from "@aws-sdk/client-sfn";
import { expect } from "@playwright/test";
import { z } from "zod";
import { awsClients, names } from "../aws-clients";
import { Person } from "../histories/people";
import { listExecutions, settle } from "../histories/settle";
import { type OrderItem, ordersById } from "../histories/tables";
import { shops } from "../seeds";
import { shopCode } from "../shop-code";
import type { Stack } from "../stack";
import type { Act, Role, Step, Story } from "./story";
import { eventsOf, startedBy } from "./told-events";

const Begun = z.object({ orderId: z.string() });
const Answered = z.looseObject({
  state: z.string().optional(),
  version: z.number().optional(),
  error: z.looseObject({ code: z.string() }).optional(),
});
const espresso = { drink: "espresso", modifiers: [] };
const staff = { ana: "barista", ben: "ben", manager: "manager" } as const;

/**
 * Plays a story against a running stack, each step once the one before has come to rest.
 * @returns what it came to, line by line, the same each time: what each step was answered; the order's own
 * journey; what the bus was told, by the row's versions and then by the workflow's waits; the states that each
 * workflow of the order went through, and how it ended
 */
export async function playStory(stack: Stack, { eventId = shops.faults, steps }: Story): Promise<string> {
  const player = new Player(stack, eventId);
  const answers: string[] = [];
  for (const step of steps) {
    answers.push(await player.play(step));
    await player.rest();
  }
  const row = await player.row();
  const executions = [...(await startedBy(stack, player.orderId)), ...player.newcomers];
  const workflows = await Promise.all(executions.map((execution) => wayOf(stack, execution)));
  const isFinished = workflows.some((way) => way.includes("FinishOrder"));
  const told = {
    answers,
    // Which number it has depends on what was ordered before.
    journey: row.history.map(({ version, state, by, message }) =>
      `${version} ${state}, ${by}: ${message}`.replace(/Number \d+/, "Number N"),
    ),
    events: await eventsOf(stack, player.orderId, { version: row.version, isFinished }),
    workflows,
  };
  const parts = Object.entries(told).map(
    ([what, lines]) => `${what}\n${lines.map((line) => `  ${line}\n`).join("")}`,
  );
  return parts.join("\n");
}

class Player {
  orderId = "";
  /** Executions that came too late for the order. */
  readonly newcomers: string[] = [];
  readonly #people = new Map<Role, Promise<Person>>();
  readonly #stopped = new Set<string>();

  constructor(
    private readonly stack: Stack,
    private readonly eventId: string,
  ) {}

  async play(step: Step): Promise<string> {
    if (step === "begin by hand again") return this.#beginAgain();
    if (step === "stop the workflow") return this.#stop();
    if ("begin" in step) return this.#begin(step.begin);
    if ("pass" in step) {
      await this.stack.advance(step.pass);
      await this.#until(({ ORDERSTATE }) => ORDERSTATE === step.until);
      return `${step.pass} seconds pass: ${step.until}`;
    }
    const { status, body } = await this.#send(step.by, step.act, step.key);
    const { state, version, error } = Answered.parse(body);
    return `${step.by}: ${step.act}: ${status} ${error?.code ?? `${state} ${version}`}`;
  }

  /** Until row, workflow and place agree. */
  async rest(): Promise<void> {
    await this.#until(({ ORDERSTATE }) => ORDERSTATE !== "REQUESTED");
    const { disagreements } = await settle(this.stack, this.eventId, [this.orderId], this.#stopped);
    if (disagreements.length > 0) throw new Error(disagreements.join("; "));
  }

  async row(): Promise<OrderItem> {
    return this.#until(() => true);
  }

  async #begin(how: Extract<Step, { begin: string }>["begin"]): Promise<string> {
    if (how === "by hand") {
      this.orderId = `by-hand-${randomUUID()}`;
      return this.#putNewOrder();
    }
    const who = await this.#person(how === "by code" ? "customer" : "ana");
    const { status, body } =
      how === "by code"
        ? await who.call("POST", "/qr-code", { code: await shopCode(this.stack, this.eventId) })
        : await who.call("POST", "/orders");
    this.orderId = Begun.parse(body).orderId;
    return `begins ${how}: ${status}`;
  }

  async #putNewOrder(): Promise<string> {
    const detail = { userId: "1", orderId: this.orderId, eventId: this.eventId };
    await awsClients(this.stack).put("Validator.NewOrder", detail);
    return "begins by hand";
  }

  /** Whoever comes second finds the order taken, and ends without a word. */
  async #beginAgain(): Promise<string> {
    const known = new Set(await listExecutions(this.stack, "SUCCEEDED"));
    const told = await this.#putNewOrder();
    const newcomers = async () =>
      (await listExecutions(this.stack, "SUCCEEDED")).filter((name) => !known.has(name));
    await expect.poll(async () => (await newcomers()).length).toBe(1);
    this.newcomers.push(...(await newcomers()));
    return `${told} again`;
  }

  async #stop(): Promise<string> {
    const { execution = "" } = await this.row();
    this.#stopped.add(execution);
    await awsClients(this.stack).stepFunctions.send(
      new StopExecutionCommand({ executionArn: arnOf(execution) }),
    );
    return "the workflow is stopped";
  }

  async #send(role: Role, act: Act, key: string = randomUUID()) {
    const who = await this.#person(role);
    if (act === "submit") return who.call("PUT", `/orders/${this.orderId}`, espresso, key);
    const body = act === "cancel" && role !== "customer" ? { reason: "Out of milk" } : undefined;
    return who.call("POST", `/orders/${this.orderId}/${act}`, body, key);
  }

  #person(role: Role): Promise<Person> {
    const known = this.#people.get(role);
    if (known) return known;
    const email = role === "customer" ? `${randomUUID()}@example.com` : `${staff[role]}@example.com`;
    const kind = role === "customer" || role === "manager" ? role : "barista";
    const person = Person.signIn(this.stack, email, kind, this.eventId);
    this.#people.set(role, person);
    return person;
  }

  async #until(isSo: (row: OrderItem) => boolean): Promise<OrderItem> {
    let found: OrderItem | undefined;
    const isThere = async () => {
      [found] = await ordersById(this.stack, this.eventId, [this.orderId]);
      return found !== undefined && isSo(found);
    };
    await expect.poll(isThere, `order ${this.orderId}`).toBe(true);
    if (!found) throw new Error("It was there.");
    return found;
  }
}

/** By what states a workflow went, and how it ended. */
async function wayOf(stack: Stack, execution: string): Promise<string> {
  const { stepFunctions } = awsClients(stack);
  const executionArn = arnOf(execution);
  const { status } = await stepFunctions.send(new DescribeExecutionCommand({ executionArn }));
  const { events = [] } = await stepFunctions.send(
    new GetExecutionHistoryCommand({ executionArn, maxResults: 1000 }),
  );
  const states = events.flatMap(({ stateEnteredEventDetails }) => stateEnteredEventDetails?.name ?? []);
  return [...states, status].join(" → ");
}

function arnOf(execution: string): string {
  return `arn:aws:states:us-east-1:000000000000:execution:${names.workflow}:${execution}`;
}
