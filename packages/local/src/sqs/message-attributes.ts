import { createHash } from "node:crypto";
import { z } from "zod";
import { AwsError } from "../aws-error";

/** Binary values travel as base64 text over JSON; callers in this process may give bytes. */
export const MessageAttributes = z.record(
  z.string(),
  z.object({
    DataType: z.string().regex(/^(String|Number|Binary)(\..+)?$/),
    StringValue: z.string().optional(),
    BinaryValue: z
      .union([
        z.string(),
        z.instanceof(Uint8Array).transform((bytes) => Buffer.from(bytes).toString("base64")),
      ])
      .optional(),
  }),
);
export type MessageAttributes = z.infer<typeof MessageAttributes>;

/** @throws AwsError InvalidParameterValue for an attribute without a value of its type */
export function requireValues(attributes: MessageAttributes): void {
  for (const [name, { DataType, StringValue, BinaryValue }] of Object.entries(attributes)) {
    const value = DataType.startsWith("Binary") ? BinaryValue : StringValue;
    if (value === undefined || value === "") {
      throw new AwsError(
        "InvalidParameterValue",
        `The message attribute '${name}' must contain a non-empty message attribute value for message attribute type '${DataType.split(".")[0]}'.`,
      );
    }
  }
}

/** Those of `attributes` that a receiver asked for: names, `prefix.*`, `All` or `.*`. */
export function selectAttributes(
  attributes: MessageAttributes,
  wanted: readonly string[],
): MessageAttributes | undefined {
  const selected = Object.entries(attributes).filter(([name]) =>
    wanted.some(
      (each) =>
        each === "All" ||
        each === name ||
        (each.endsWith(".*") && (each === ".*" || name.startsWith(each.slice(0, -1)))),
    ),
  );
  return selected.length === 0 ? undefined : Object.fromEntries(selected);
}

export function md5OfText(text: string): string {
  return createHash("md5").update(text).digest("hex");
}

/**
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html
 * (calculating the MD5 message digest for message attributes)
 */
export function md5OfAttributes(attributes: MessageAttributes): string | undefined {
  const names = Object.keys(attributes).sort();
  if (names.length === 0) return undefined;
  const hash = createHash("md5");
  const add = (bytes: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    hash.update(length).update(bytes);
  };
  for (const name of names) {
    const { DataType = "", StringValue = "", BinaryValue = "" } = attributes[name] ?? {};
    const isBinary = DataType.startsWith("Binary");
    add(Buffer.from(name));
    add(Buffer.from(DataType));
    hash.update(Buffer.from([isBinary ? 2 : 1]));
    add(isBinary ? Buffer.from(BinaryValue, "base64") : Buffer.from(StringValue));
  }
  return hash.digest("hex");
}
