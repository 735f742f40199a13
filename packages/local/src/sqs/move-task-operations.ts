import { randomUUID } from "node:crypto";
import { z } from "zod";
import { AwsError } from "../aws-error";
import type { Operation } from "../service";
import type { MessageMover } from "./message-mover";
import type { MoveTask } from "./move-task";
import type { Queue } from "./queue";
import type { QueueStore } from "./queue-store";

const StartInput = z.object({
  SourceArn: z.string(),
  DestinationArn: z.string().optional(),
  MaxNumberOfMessagesPerSecond: z.coerce.number().int().min(1).max(500).optional(),
});
const ListInput = z.object({
  SourceArn: z.string(),
  MaxResults: z.coerce.number().int().min(1).max(10).default(1),
});
const CancelInput = z.object({ TaskHandle: z.string() });

/** Redrive: the messages of a dead-letter queue go back where they came from, or elsewhere. */
export function moveTaskOperations(store: QueueStore, mover: MessageMover): Record<string, Operation> {
  const queueOfArn = (arn: string): Queue => {
    const queue = /^arn:aws:sqs:/.test(arn) ? store.find(arn.split(":").at(-1) ?? "") : undefined;
    if (queue !== undefined) return queue;
    throw new AwsError("ResourceNotFoundException", "The resource that you specified doesn't exist.", 404);
  };
  return {
    async StartMessageMoveTask(input) {
      const { SourceArn, DestinationArn, MaxNumberOfMessagesPerSecond } = StartInput.parse(input);
      const source = queueOfArn(SourceArn);
      if (DestinationArn !== undefined) queueOfArn(DestinationArn);
      requireDeadLetterQueue(store, SourceArn);
      const tasks = store.moveTasks().filter(({ sourceArn }) => sourceArn === SourceArn);
      if (tasks.some(({ status }) => status === "RUNNING")) {
        throw new AwsError("UnsupportedOperation", "There is already a task running for this queue.");
      }
      const task: MoveTask = {
        handle: Buffer.from(JSON.stringify({ taskId: randomUUID(), sourceArn: SourceArn })).toString(
          "base64",
        ),
        sourceArn: SourceArn,
        destinationArn: DestinationArn,
        mostPerSecond: MaxNumberOfMessagesPerSecond,
        status: "RUNNING",
        moved: 0,
        toMove: [...source.messages()].length,
        startedAt: mover.now(),
      };
      await store.putMoveTask(task);
      mover.run(task);
      return { TaskHandle: task.handle };
    },
    ListMessageMoveTasks(input) {
      const { SourceArn, MaxResults } = ListInput.parse(input);
      queueOfArn(SourceArn);
      const tasks = store.moveTasks().filter(({ sourceArn }) => sourceArn === SourceArn);
      return { Results: tasks.reverse().slice(0, MaxResults).map(describe) };
    },
    async CancelMessageMoveTask(input) {
      const { TaskHandle } = CancelInput.parse(input);
      const task = store.moveTasks().find(({ handle }) => handle === TaskHandle);
      if (task === undefined) {
        throw new AwsError("ResourceNotFoundException", "Task does not exist.", 404);
      }
      if (task.status !== "RUNNING") {
        throw new AwsError("UnsupportedOperation", "Only active tasks can be cancelled.");
      }
      await store.putMoveTask({ ...task, status: "CANCELLED" });
      return { ApproximateNumberOfMessagesMoved: task.moved };
    },
  };
}

function requireDeadLetterQueue(store: QueueStore, arn: string): void {
  const isOne = store.queues().some(({ settings }) => settings.RedrivePolicy?.deadLetterTargetArn === arn);
  if (isOne) return;
  throw new AwsError(
    "InvalidParameterValue",
    "Value for parameter SourceArn is invalid. Reason: Source queue must be configured as a Dead Letter Queue.",
  );
}

function describe(task: MoveTask): object {
  return {
    ...(task.status === "RUNNING" && { TaskHandle: task.handle }),
    Status: task.status,
    SourceArn: task.sourceArn,
    DestinationArn: task.destinationArn,
    MaxNumberOfMessagesPerSecond: task.mostPerSecond,
    ApproximateNumberOfMessagesMoved: task.moved,
    ApproximateNumberOfMessagesToMove: task.toMove,
    FailureReason: task.failureReason,
    StartedTimestamp: Math.floor(task.startedAt),
  };
}
