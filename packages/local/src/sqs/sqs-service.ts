import type { Machine, Service } from "../service";
import { MessageMover } from "./message-mover";
import { messageOperations } from "./message-operations";
import { moveTaskOperations } from "./move-task-operations";
import { queueOperations } from "./queue-operations";
import { queueResource } from "./queue-resource";
import { QueueStore } from "./queue-store";
import { Receiver } from "./receive-message";
import { SendInput, sendMessage } from "./send-message";

export interface SqsOptions {
  /** Where clients reach this machine, without a slash at the end: `http://127.0.0.1:4566`. */
  baseUrl(): string;
}

/** SQS standard queues. The query protocol of older clients is in `query-protocol.ts`. */
export function createSqsService(machine: Machine, { baseUrl }: SqsOptions): Service {
  const store = QueueStore.open(machine);
  const mover = new MessageMover(machine, store);
  const receiver = new Receiver(machine, store);
  const urlOf = (name: string) => `${baseUrl()}/${machine.account}/${name}`;
  return {
    name: "sqs",
    targetPrefix: "AmazonSQS",
    jsonVersion: "1.0",
    operations: {
      ...queueOperations(machine, store, urlOf),
      ...messageOperations(machine, store, receiver),
      ...moveTaskOperations(store, mover),
    },
    resources: [queueResource(machine, store, urlOf)],
    target: {
      accepts: (arn) => arn.startsWith("arn:aws:sqs:"),
      async deliver(arn, input) {
        const queue = store.queue(arn.split(":").at(-1) ?? "");
        await sendMessage(machine, store, queue, SendInput.parse({ MessageBody: input }));
      },
    },
    start: async () => mover.start(),
    async close() {
      mover.close();
      receiver.close();
      await store.close();
    },
  };
}
