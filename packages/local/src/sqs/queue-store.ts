import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { AwsError } from "../aws-error";
import { Journal } from "../journal";
import type { Machine } from "../service";
import type { MoveTask } from "./move-task";
import { type Message, Queue, type QueueDefinition } from "./queue";
import { readAttributes } from "./queue-attributes";

type Entry =
  | { queue: QueueDefinition }
  | { queueDeleted: string }
  | { messages: readonly Message[]; of: string }
  | { deleted: readonly string[]; of: string }
  /** In one entry, so that a crash leaves a message in one of the two queues. */
  | { moved: readonly string[]; of: string; messages: readonly Message[]; to: string; by?: MoveTask }
  | { purged: string }
  | { moveTask: MoveTask };

/** As on AWS: only the last tasks of a queue can be looked at. */
const mostTasksOfQueue = 10;

const compactAboveBytes = 4_000_000;

/** All queues with their messages, durable. */
export class QueueStore {
  readonly #queues = new Map<string, Queue>();
  readonly #tasks = new Map<string, MoveTask>();
  readonly #journal: Journal<Entry>;

  private constructor(private readonly machine: Machine) {
    const folder = join(machine.dataFolder, "sqs");
    mkdirSync(folder, { recursive: true });
    this.#journal = Journal.open<Entry>(join(folder, "queues.journal"), {
      replay: (entry) => this.#apply(entry),
      snapshot: () => this.#entries(),
      compactAboveBytes,
    });
  }

  /** @throws Error naming the file and the offset of damage */
  static open(machine: Machine): QueueStore {
    return new QueueStore(machine);
  }

  queues(): Queue[] {
    return [...this.#queues.values()];
  }

  find(name: string): Queue | undefined {
    return this.#queues.get(name);
  }

  /** @throws AwsError QueueDoesNotExist */
  queue(name: string): Queue {
    const queue = this.#queues.get(name);
    if (queue !== undefined) return queue;
    throw new AwsError("QueueDoesNotExist", "The specified queue does not exist.");
  }

  arn(name: string): string {
    return `arn:aws:sqs:${this.machine.region}:${this.machine.account}:${name}`;
  }

  /** @throws AwsError InvalidAttributeName, InvalidAttributeValue; nothing is changed then */
  async putQueue(queue: QueueDefinition): Promise<void> {
    readAttributes(queue.attributes);
    await this.#record({ queue });
  }

  deleteQueue(name: string): Promise<void> {
    return this.#record({ queueDeleted: name });
  }

  /** Puts new messages, or changed ones in the place of the same before. */
  putMessages(of: string, messages: readonly Message[]): Promise<void> {
    return this.#record({ messages, of });
  }

  deleteMessages(of: string, deleted: readonly string[]): Promise<void> {
    return this.#record({ deleted, of });
  }

  /** Takes `ids` out of one queue and puts `messages` in another, at once with what their task has done by then. */
  moveMessages(
    from: { readonly queue: string; readonly ids: readonly string[] },
    to: { readonly queue: string; readonly messages: readonly Message[] },
    by?: MoveTask,
  ): Promise<void> {
    const moved = { moved: from.ids, of: from.queue, messages: to.messages, to: to.queue };
    return this.#record({ ...moved, ...(by && { by }) });
  }

  /** All that are remembered, the newest last. */
  moveTasks(): MoveTask[] {
    return [...this.#tasks.values()];
  }

  putMoveTask(moveTask: MoveTask): Promise<void> {
    return this.#record({ moveTask });
  }

  purge(name: string): Promise<void> {
    return this.#record({ purged: name });
  }

  close(): Promise<void> {
    return this.#journal.close();
  }

  async #record(entry: Entry): Promise<void> {
    this.#apply(entry);
    await this.#journal.append(entry);
  }

  #apply(entry: Entry): void {
    if ("queue" in entry) {
      const settings = readAttributes(entry.queue.attributes);
      const queue = this.#queues.get(entry.queue.name);
      if (queue === undefined) {
        this.#queues.set(entry.queue.name, new Queue(entry.queue, settings));
      } else {
        queue.definition = entry.queue;
        queue.settings = settings;
      }
    } else if ("queueDeleted" in entry) {
      this.#queues.delete(entry.queueDeleted);
    } else if ("moved" in entry) {
      for (const id of entry.moved) this.#queues.get(entry.of)?.delete(id);
      for (const message of entry.messages) this.#queues.get(entry.to)?.set(message);
      if (entry.by) this.#keepTask(entry.by);
    } else if ("messages" in entry) {
      const queue = this.#queues.get(entry.of);
      for (const message of entry.messages) queue?.set(message);
    } else if ("deleted" in entry) {
      const queue = this.#queues.get(entry.of);
      for (const id of entry.deleted) queue?.delete(id);
    } else if ("moveTask" in entry) {
      this.#keepTask(entry.moveTask);
    } else {
      this.#queues.get(entry.purged)?.clear();
    }
  }

  #keepTask(task: MoveTask): void {
    this.#tasks.set(task.handle, task);
    const ofQueue = this.moveTasks().filter(({ sourceArn }) => sourceArn === task.sourceArn);
    for (const { handle } of ofQueue.slice(0, -mostTasksOfQueue)) this.#tasks.delete(handle);
  }

  *#entries(): Iterable<Entry> {
    for (const queue of this.#queues.values()) {
      yield { queue: queue.definition };
      for (const message of queue.messages()) yield { messages: [message], of: queue.name };
    }
    for (const moveTask of this.#tasks.values()) yield { moveTask };
  }
}
