import { z } from "zod";
import type { Machine } from "../service";
import { md5OfAttributes, md5OfText, selectAttributes } from "./message-attributes";
import { type Message, type Queue, receiptHandle } from "./queue";
import type { QueueStore } from "./queue-store";

export const ReceiveInput = z.object({
  QueueUrl: z.string(),
  MaxNumberOfMessages: z.coerce.number().int().min(1).max(10).default(1),
  VisibilityTimeout: z.coerce.number().int().min(0).max(43_200).optional(),
  WaitTimeSeconds: z.coerce.number().int().min(0).max(20).optional(),
  AttributeNames: z.array(z.string()).default([]),
  MessageSystemAttributeNames: z.array(z.string()).default([]),
  MessageAttributeNames: z.array(z.string()).default([]),
});
type ReceiveInput = z.infer<typeof ReceiveInput>;

/** Receives messages and hides them; knows who waits, to end their waits when the machine closes. */
export class Receiver {
  readonly #waits = new Set<() => void>();
  #isClosed = false;

  constructor(
    private readonly machine: Machine,
    private readonly store: QueueStore,
  ) {}

  async receive(queue: Queue, input: ReceiveInput): Promise<object> {
    const waitSeconds = input.WaitTimeSeconds ?? queue.settings.ReceiveMessageWaitTimeSeconds;
    const deadline = this.machine.clock.now() + waitSeconds * 1000;
    for (;;) {
      const messages = await this.#take(queue, input);
      if (messages.length > 0) return { Messages: messages };
      if (this.#isClosed || this.machine.clock.now() >= deadline) return {};
      await this.#change(queue, Math.min(deadline, queue.nextVisibleAt()));
    }
  }

  close(): void {
    this.#isClosed = true;
    for (const end of this.#waits) end();
  }

  async #take(queue: Queue, input: ReceiveInput): Promise<object[]> {
    const now = this.machine.clock.now();
    const expired = queue.expired(now);
    if (expired.length > 0) await this.store.deleteMessages(queue.name, expired);
    await this.#redriveSpent(queue, now);
    const hiddenUntil = now + (input.VisibilityTimeout ?? queue.settings.VisibilityTimeout) * 1000;
    const taken = queue.visible(now, input.MaxNumberOfMessages).map((message) => ({
      ...message,
      visibleAt: hiddenUntil,
      receiveCount: message.receiveCount + 1,
      firstReceivedAt: message.firstReceivedAt ?? now,
    }));
    if (taken.length > 0) await this.store.putMessages(queue.name, taken);
    return taken.map((message) => this.#render(message, input));
  }

  /** Messages received too often move to the dead-letter queue. */
  async #redriveSpent(queue: Queue, now: number): Promise<void> {
    const { deadLetterTargetArn = "", maxReceiveCount = 0 } = queue.settings.RedrivePolicy ?? {};
    const target = this.store.find(deadLetterTargetArn.split(":").at(-1) ?? "");
    if (target === undefined) return;
    const spent = queue
      .visible(now, Number.POSITIVE_INFINITY)
      .filter((message) => message.receiveCount >= maxReceiveCount);
    if (spent.length === 0) return;
    const deadLetterSourceArn = this.store.arn(queue.name);
    const moved = spent.map((message) => ({ ...message, visibleAt: now, deadLetterSourceArn }));
    const ids = spent.map(({ id }) => id);
    await this.store.moveMessages({ queue: queue.name, ids }, { queue: target.name, messages: moved });
  }

  #render(message: Message, input: ReceiveInput): object {
    const attributes = selectAttributes(message.attributes, input.MessageAttributeNames);
    const wanted = [...input.AttributeNames, ...input.MessageSystemAttributeNames];
    const system = Object.entries({
      SenderId: this.machine.account,
      SentTimestamp: String(Math.floor(message.sentAt)),
      ApproximateReceiveCount: String(message.receiveCount),
      ApproximateFirstReceiveTimestamp: String(Math.floor(message.firstReceivedAt ?? 0)),
      ...(message.deadLetterSourceArn && { DeadLetterQueueSourceArn: message.deadLetterSourceArn }),
    }).filter(([name]) => wanted.includes("All") || wanted.includes(name));
    return {
      MessageId: message.id,
      ReceiptHandle: receiptHandle(message.id),
      MD5OfBody: md5OfText(message.body),
      Body: message.body,
      ...(system.length > 0 && { Attributes: Object.fromEntries(system) }),
      ...(attributes && {
        MD5OfMessageAttributes: md5OfAttributes(attributes),
        MessageAttributes: attributes,
      }),
    };
  }

  /** Resolves at the given time, or when a message of the queue is put or changed. */
  #change(queue: Queue, at: number): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        cancel();
        stop();
        this.#waits.delete(end);
        resolve();
      };
      const cancel = this.machine.clock.at(at, end);
      const stop = queue.onChange(end);
      this.#waits.add(end);
    });
  }
}
