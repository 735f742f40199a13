import { z } from "zod";
import { AwsError } from "../aws-error";
import type { Machine, Operation } from "../service";
import { runBatch } from "./batch";
import { messageIdOf, type Queue } from "./queue";
import { queueOf } from "./queue-operations";
import type { QueueStore } from "./queue-store";
import { ReceiveInput, type Receiver } from "./receive-message";
import { SendInput, sendMessage } from "./send-message";

const ByUrl = z.object({ QueueUrl: z.string() });
const BatchInput = ByUrl.extend({ Entries: z.unknown() });
const ByHandle = z.object({ ReceiptHandle: z.string() });
const VisibilityInput = ByHandle.extend({ VisibilityTimeout: z.coerce.number().int().min(0).max(43_200) });

/** The operations on messages. */
export function messageOperations(
  machine: Machine,
  store: QueueStore,
  receiver: Receiver,
): Record<string, Operation> {
  const send = (queue: Queue, input: unknown) => sendMessage(machine, store, queue, SendInput.parse(input));
  const remove = (queue: Queue, input: unknown) => deleteMessage(store, queue, input);
  const hide = (queue: Queue, input: unknown) => changeVisibility(machine, store, queue, input);
  return {
    SendMessage: one(store, send),
    SendMessageBatch: batch(store, send),
    ReceiveMessage(input) {
      const parsed = ReceiveInput.parse(input);
      return receiver.receive(queueOf(store, parsed.QueueUrl), parsed);
    },
    DeleteMessage: one(store, remove),
    DeleteMessageBatch: batch(store, remove),
    ChangeMessageVisibility: one(store, hide),
    ChangeMessageVisibilityBatch: batch(store, hide),
  };
}

type OnQueue = (queue: Queue, input: unknown) => Promise<object>;

function one(store: QueueStore, run: OnQueue): Operation {
  return (input) => run(queueOf(store, ByUrl.parse(input).QueueUrl), input);
}

function batch(store: QueueStore, run: OnQueue): Operation {
  return (input) => {
    const { QueueUrl, Entries } = BatchInput.parse(input);
    const queue = queueOf(store, QueueUrl);
    return runBatch(Entries, (entry) => run(queue, entry));
  };
}

/** Deleting twice succeeds, as on AWS. */
async function deleteMessage(store: QueueStore, queue: Queue, input: unknown): Promise<object> {
  const id = idOf(input);
  if (queue.find(id) !== undefined) await store.deleteMessages(queue.name, [id]);
  return {};
}

async function changeVisibility(
  machine: Machine,
  store: QueueStore,
  queue: Queue,
  input: unknown,
): Promise<object> {
  const { VisibilityTimeout } = VisibilityInput.parse(input);
  const message = queue.find(idOf(input));
  const now = machine.clock.now();
  if (message === undefined || message.visibleAt <= now) {
    throw new AwsError("MessageNotInflight", "The message referred to isn't in flight.");
  }
  await store.putMessages(queue.name, [{ ...message, visibleAt: now + VisibilityTimeout * 1000 }]);
  return {};
}

function idOf(input: unknown): string {
  const { ReceiptHandle } = ByHandle.parse(input);
  const id = messageIdOf(ReceiptHandle);
  if (id !== undefined) return id;
  throw new AwsError("ReceiptHandleIsInvalid", `The input receipt handle "${ReceiptHandle}" is not valid.`);
}
