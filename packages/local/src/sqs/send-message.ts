import { randomUUID } from "node:crypto";
import { z } from "zod";
import { AwsError } from "../aws-error";
import type { Machine } from "../service";
import { MessageAttributes, md5OfAttributes, md5OfText, requireValues } from "./message-attributes";
import type { Queue } from "./queue";
import type { QueueStore } from "./queue-store";

export const SendInput = z.object({
  MessageBody: z.string(),
  DelaySeconds: z.coerce.number().int().min(0).max(900).optional(),
  MessageAttributes: MessageAttributes.default({}),
});

/** `SendMessage`; answers when the message is durable. */
export async function sendMessage(
  machine: Machine,
  store: QueueStore,
  queue: Queue,
  input: z.infer<typeof SendInput>,
): Promise<object> {
  const { MessageBody: body, MessageAttributes: attributes } = input;
  if (body === "")
    throw new AwsError("MissingParameter", "The request must contain the parameter MessageBody.");
  requireValues(attributes);
  if (sizeOf(body, attributes) > queue.settings.MaximumMessageSize) {
    throw new AwsError(
      "InvalidParameterValue",
      `One or more parameters are invalid. Reason: Message must be shorter than ${queue.settings.MaximumMessageSize} bytes.`,
    );
  }
  const now = machine.clock.now();
  const visibleAt = now + (input.DelaySeconds ?? queue.settings.DelaySeconds) * 1000;
  const id = randomUUID();
  await store.putMessages(queue.name, [{ id, body, attributes, sentAt: now, visibleAt, receiveCount: 0 }]);
  return {
    MessageId: id,
    MD5OfMessageBody: md5OfText(body),
    MD5OfMessageAttributes: md5OfAttributes(attributes),
  };
}

function sizeOf(body: string, attributes: MessageAttributes): number {
  return Object.entries(attributes).reduce(
    (bytes, [name, { DataType, StringValue = "", BinaryValue = "" }]) =>
      bytes +
      Buffer.byteLength(name) +
      Buffer.byteLength(DataType) +
      Buffer.byteLength(StringValue) +
      Buffer.byteLength(BinaryValue, "base64"),
    Buffer.byteLength(body),
  );
}
