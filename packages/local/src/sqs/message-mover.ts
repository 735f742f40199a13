import { randomUUID } from "node:crypto";
import type { Machine } from "../service";
import type { MoveTask } from "./move-task";
import type { Message, Queue } from "./queue";
import type { QueueStore } from "./queue-store";

/** So many messages share one write; with a rate, at most what it allows in a second. */
const mostAtOnce = 100;

/** Carries move tasks out in the background, a batch at a time; goes on with them after a restart. */
export class MessageMover {
  readonly #cancels = new Set<() => void>();
  #isClosed = false;

  constructor(
    private readonly machine: Machine,
    private readonly store: QueueStore,
  ) {}

  now(): number {
    return this.machine.clock.now();
  }

  start(): void {
    for (const task of this.store.moveTasks()) if (task.status === "RUNNING") this.run(task);
  }

  run(task: MoveTask): void {
    this.#move(task.handle).catch((cause) => {
      if (!this.#isClosed) this.machine.log(`sqs: moving messages of ${task.sourceArn} failed: ${cause}`);
    });
  }

  close(): void {
    this.#isClosed = true;
    for (const cancel of this.#cancels) cancel();
  }

  async #move(handle: string): Promise<void> {
    for (;;) {
      const task = this.#task(handle);
      if (this.#isClosed || task?.status !== "RUNNING") return;
      const source = this.store.find(nameOf(task.sourceArn));
      const waiting = source === undefined ? [] : this.#waiting(source, task);
      if (source === undefined || waiting.length === 0) {
        await this.store.putMoveTask({ ...task, status: "COMPLETED" });
        return;
      }
      const failureReason = await this.#moveSome(source, waiting, task);
      if (failureReason !== undefined) {
        await this.store.putMoveTask({ ...(this.#task(handle) ?? task), status: "FAILED", failureReason });
        return;
      }
      if (task.mostPerSecond !== undefined) await this.#second();
    }
  }

  #task(handle: string): MoveTask | undefined {
    return this.store.moveTasks().find((each) => each.handle === handle);
  }

  #waiting(source: Queue, { startedAt, mostPerSecond = mostAtOnce }: MoveTask): Message[] {
    return source
      .visible(this.machine.clock.now(), Number.POSITIVE_INFINITY)
      .filter(({ sentAt }) => sentAt <= startedAt)
      .slice(0, Math.min(mostPerSecond, mostAtOnce));
  }

  /** Moves them all, or up to the first that has no place to go to, and says why that is. */
  async #moveSome(source: Queue, messages: readonly Message[], task: MoveTask): Promise<string | undefined> {
    for (const [arn, group] of groupByDestination(messages, task)) {
      const destination = arn === undefined ? undefined : this.store.find(nameOf(arn));
      if (destination === undefined) {
        return arn === undefined
          ? "CouldNotDetermineMessageSource"
          : "AWS.SimpleQueueService.NonExistentQueue";
      }
      const now = this.machine.clock.now();
      const renewed = group.map(({ body, attributes }) => {
        return { id: randomUUID(), body, attributes, sentAt: now, visibleAt: now, receiveCount: 0 };
      });
      const current = this.#task(task.handle) ?? task;
      await this.store.moveMessages(
        { queue: source.name, ids: group.map(({ id }) => id) },
        { queue: destination.name, messages: renewed },
        { ...current, moved: current.moved + group.length },
      );
    }
    return undefined;
  }

  #second(): Promise<void> {
    return new Promise((done) => {
      const cancel = this.machine.clock.at(this.machine.clock.now() + 1000, () => {
        this.#cancels.delete(cancel);
        done();
      });
      this.#cancels.add(cancel);
    });
  }
}

function groupByDestination(
  messages: readonly Message[],
  { destinationArn }: MoveTask,
): Map<string | undefined, Message[]> {
  const groups = new Map<string | undefined, Message[]>();
  for (const message of messages) {
    const arn = destinationArn ?? message.deadLetterSourceArn;
    groups.set(arn, [...(groups.get(arn) ?? []), message]);
  }
  return groups;
}

function nameOf(arn: string): string {
  return arn.split(":").at(-1) ?? "";
}
