import { z } from "zod";
import { AwsError } from "../aws-error";
import { parseJson } from "../json-depth";

const RedrivePolicy = z.object({
  deadLetterTargetArn: z.string(),
  maxReceiveCount: z.coerce.number().int().min(1).max(1000),
});

/** A queue's settings that have an effect here, with AWS's defaults and limits. */
export const QueueSettings = z.object({
  VisibilityTimeout: z.coerce.number().int().min(0).max(43_200).default(30),
  MessageRetentionPeriod: z.coerce.number().int().min(60).max(1_209_600).default(345_600),
  DelaySeconds: z.coerce.number().int().min(0).max(900).default(0),
  ReceiveMessageWaitTimeSeconds: z.coerce.number().int().min(0).max(20).default(0),
  MaximumMessageSize: z.coerce.number().int().min(1024).max(1_048_576).default(1_048_576),
  RedrivePolicy: RedrivePolicy.optional(),
});
export type QueueSettings = z.infer<typeof QueueSettings>;

/** Attributes that clients may set and read back, but that change nothing here. */
const keptAttributes = new Set([
  ...["Policy", "KmsMasterKeyId", "KmsDataKeyReusePeriodSeconds", "SqsManagedSseEnabled"],
  "RedriveAllowPolicy",
]);

/**
 * Reads the attributes of `CreateQueue` and `SetQueueAttributes`, all of them strings.
 * @throws AwsError InvalidAttributeName, InvalidAttributeValue
 */
export function readAttributes(attributes: Record<string, string>): QueueSettings {
  const values: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (keptAttributes.has(name)) continue;
    if (!Object.hasOwn(QueueSettings.shape, name)) {
      throw new AwsError("InvalidAttributeName", `Unknown Attribute ${name}.`);
    }
    if (value !== "") values[name] = name === "RedrivePolicy" ? readJson(name, value) : value;
  }
  const parsed = QueueSettings.safeParse(values);
  if (parsed.success) return parsed.data;
  throw invalidValue(String(parsed.error.issues[0]?.path[0]));
}

function readJson(name: string, value: string): unknown {
  try {
    return parseJson(value);
  } catch {
    throw invalidValue(name);
  }
}

function invalidValue(name: string): AwsError {
  return new AwsError("InvalidAttributeValue", `Invalid value for the parameter ${name}.`);
}
