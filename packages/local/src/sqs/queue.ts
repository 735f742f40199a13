import { randomUUID } from "node:crypto";
import type { MessageAttributes } from "./message-attributes";
import type { QueueSettings } from "./queue-attributes";

/** A message as it is kept. All times are ms since the epoch. */
export interface Message {
  readonly id: string;
  readonly body: string;
  readonly attributes: MessageAttributes;
  readonly sentAt: number;
  readonly visibleAt: number;
  readonly receiveCount: number;
  readonly firstReceivedAt?: number;
  /** The queue that gave it up, for a message in a dead-letter queue. */
  readonly deadLetterSourceArn?: string;
}

/** What a queue is made of; its messages are apart. */
export interface QueueDefinition {
  readonly name: string;
  /** As clients set them, all of them strings. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly createdAt: number;
  readonly modifiedAt: number;
  /** The template's properties when it was last deployed: the same again changes nothing. */
  readonly deployed?: string;
}

/** One queue in memory: its messages, who of them is in flight, and who waits for one. */
export class Queue {
  readonly #messages = new Map<string, Message>();
  readonly #waiting = new Set<() => void>();

  constructor(
    public definition: QueueDefinition,
    public settings: QueueSettings,
  ) {}

  get name(): string {
    return this.definition.name;
  }

  messages(): Iterable<Message> {
    return this.#messages.values();
  }

  find(id: string): Message | undefined {
    return this.#messages.get(id);
  }

  set(message: Message): void {
    this.#messages.set(message.id, message);
    for (const wake of this.#waiting) wake();
  }

  delete(id: string): void {
    this.#messages.delete(id);
  }

  clear(): void {
    this.#messages.clear();
  }

  expired(now: number): string[] {
    const before = now - this.settings.MessageRetentionPeriod * 1000;
    return [...this.#messages.values()].filter(({ sentAt }) => sentAt < before).map(({ id }) => id);
  }

  visible(now: number, most: number): Message[] {
    const found: Message[] = [];
    for (const message of this.#messages.values()) {
      if (found.length === most) break;
      if (message.visibleAt <= now) found.push(message);
    }
    return found;
  }

  /** When the next hidden message can be received. */
  nextVisibleAt(): number {
    return [...this.#messages.values()].reduce(
      (earliest, { visibleAt }) => Math.min(earliest, visibleAt),
      Number.POSITIVE_INFINITY,
    );
  }

  counts(now: number): { visible: number; delayed: number; inFlight: number } {
    const counts = { visible: 0, delayed: 0, inFlight: 0 };
    for (const { visibleAt, receiveCount } of this.#messages.values()) {
      if (visibleAt <= now) counts.visible += 1;
      else if (receiveCount === 0) counts.delayed += 1;
      else counts.inFlight += 1;
    }
    return counts;
  }

  /** Calls `wake` whenever a message is put or changed. */
  onChange(wake: () => void): () => void {
    this.#waiting.add(wake);
    return () => this.#waiting.delete(wake);
  }
}

/** Names one receipt of one message; an older receipt's handle still deletes it, as on AWS. */
export function receiptHandle(id: string): string {
  return Buffer.from(`${id} ${randomUUID()}`).toString("base64");
}

export function messageIdOf(handle: string): string | undefined {
  const [id = "", receipt = ""] = Buffer.from(handle, "base64").toString().split(" ");
  return id.length === 36 && receipt.length === 36 ? id : undefined;
}
