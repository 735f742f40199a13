import { setTimeout as wait } from "node:timers/promises";
import { type AwsPort, Refused } from "../load/aws-port";
import type { Book } from "./book";
import { names, pauseSeconds } from "./crash-template";

/** A clock that a client and a killed process share may differ by so much in what it tells. */
const toleranceMs = 20;
const entriesAtOnce = 10;

interface Message {
  MessageId: string;
  ReceiptHandle: string;
  Body: string;
  Attributes: { ApproximateReceiveCount: string };
}

/** Clients that put events, return tokens and empty queues, over any number of kills. */
export class Load {
  /** How many workflows are kept under way; none where the load is to run dry. */
  target = 0;
  #next = 0;
  #isStopped = false;
  /** Resolved while the machine runs. */
  #running: Promise<void> = Promise.resolve();

  /** @param prefix of the orders' ids, which no other load has */
  constructor(
    private readonly aws: AwsPort,
    private readonly book: Book,
    private readonly prefix: string,
  ) {}

  /** Runs until `stop`; a call that fails because of a kill is made again when the machine is back. */
  async run(): Promise<void> {
    await Promise.all([
      ...[1, 2, 3].map(() => this.#lane(() => this.#put())),
      ...[1, 2, 3].map(() => this.#lane(() => this.#receive("tokens", (body) => this.#returnToken(body)))),
      ...[1, 2].map(() => this.#lane(() => this.#receive("done", (body) => this.#settle(body)))),
    ]);
  }

  /** Until `running` resolves, nothing is called. */
  pauseUntil(running: Promise<void>): void {
    this.#running = running;
  }

  stop(): void {
    this.#isStopped = true;
  }

  async #lane(work: () => Promise<void>): Promise<void> {
    while (!this.#isStopped) {
      await this.#running;
      try {
        await work();
      } catch (cause) {
        if (cause instanceof Refused) this.book.faults.push(cause.message);
        else await wait(20);
      }
    }
  }

  async #put(): Promise<void> {
    const missing = Math.min(this.target - this.book.open(), entriesAtOnce);
    if (missing <= 0) {
      await wait(10);
      return;
    }
    const orders = Array.from({ length: missing }, () => `${this.prefix}-${this.#next++}`);
    const Entries = orders.map((order) => ({
      EventBusName: names.bus,
      Source: "crash",
      DetailType: "Order",
      Detail: JSON.stringify({ order }),
    }));
    const answer = await this.aws.call("AWSEvents.PutEvents", { Entries });
    if (answer.FailedEntryCount !== 0) this.book.faults.push(`PutEvents: ${JSON.stringify(answer)}`);
    for (const order of orders) this.book.of(order);
  }

  async #receive(queue: string, take: (body: string) => Promise<() => void>): Promise<void> {
    const QueueUrl = `http://127.0.0.1/000000000000/${queue}`;
    const wanted = { MaxNumberOfMessages: 10, WaitTimeSeconds: 1, AttributeNames: ["All"] };
    const answer = await this.aws.call("AmazonSQS.ReceiveMessage", { QueueUrl, ...wanted });
    const messages: Message[] = answer.Messages ?? [];
    for (const { MessageId, Attributes } of messages) {
      this.book.take(queue, MessageId, Number(Attributes.ApproximateReceiveCount));
    }
    await Promise.all(
      messages.map(async ({ MessageId, ReceiptHandle, Body }) => {
        const deleted = await take(Body);
        await this.aws.call("AmazonSQS.DeleteMessage", { QueueUrl, ReceiptHandle });
        this.book.deleted.add(MessageId);
        deleted();
      }),
    );
  }

  async #returnToken(body: string): Promise<() => void> {
    const { order, execution, token } = JSON.parse(body).detail;
    const workflow = this.book.of(order);
    workflow.executions.add(execution);
    workflow.tokenReturnedAt ??= Date.now();
    workflow.tokenReturns += 1;
    try {
      await this.aws.call("AWSStepFunctions.SendTaskSuccess", { taskToken: token, output: "{}" });
    } catch (cause) {
      if (!(cause instanceof Refused && cause.code === "TaskTimedOut")) throw cause;
      // Only a token that another call returned, too, may be spent: the same message may have come twice at once.
      if (workflow.tokenReturns === 1)
        this.book.faults.push(`${order}: its token was spent before anybody returned it`);
    }
    return () => undefined;
  }

  async #settle(body: string): Promise<() => void> {
    const { order, execution } = JSON.parse(body).detail;
    const workflow = this.book.of(order);
    const since = workflow.tokenReturnedAt;
    const waited = Date.now() - (since ?? Number.POSITIVE_INFINITY);
    if (!(waited >= pauseSeconds * 1000 - toleranceMs)) {
      this.book.faults.push(`${order}: its timer of ${pauseSeconds} s ended after ${waited} ms`);
    }
    workflow.doneMessages += 1;
    return () => {
      if (!workflow.settledAt.has(execution)) workflow.settledAt.set(execution, Date.now());
    };
  }
}
