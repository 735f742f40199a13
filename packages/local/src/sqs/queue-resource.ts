import { z } from "zod";
import { type Machine, type ResourceType, resourceType } from "../service";
import type { QueueStore } from "./queue-store";

const number = z.coerce.number().optional();
const flag = z.union([z.boolean(), z.enum(["true", "false"])]).optional();

const Properties = z.strictObject({
  QueueName: z.string().optional(),
  VisibilityTimeout: number,
  MessageRetentionPeriod: number,
  DelaySeconds: number,
  ReceiveMessageWaitTimeSeconds: number,
  MaximumMessageSize: number,
  RedrivePolicy: z
    .strictObject({ deadLetterTargetArn: z.string(), maxReceiveCount: z.coerce.number() })
    .optional(),
  RedriveAllowPolicy: z.record(z.string(), z.unknown()).optional(),
  SqsManagedSseEnabled: flag,
  KmsMasterKeyId: z.string().optional(),
  KmsDataKeyReusePeriodSeconds: number,
  Tags: z.array(z.strictObject({ Key: z.string(), Value: z.string() })).optional(),
});
type Properties = z.infer<typeof Properties>;

const awsOnly = [
  ...["RedriveAllowPolicy", "SqsManagedSseEnabled", "KmsMasterKeyId", "KmsDataKeyReusePeriodSeconds"],
  "Tags",
];

/** `AWS::SQS::Queue` */
export function queueResource(
  machine: Machine,
  store: QueueStore,
  urlOf: (name: string) => string,
): ResourceType {
  return resourceType<Properties>({
    type: "AWS::SQS::Queue",
    properties: Properties,
    awsOnly,
    removal: {
      async remove(url) {
        const name = url.split("/").at(-1) ?? "";
        if (store.find(name) !== undefined) await store.deleteQueue(name);
      },
    },
    async deploy({ logicalId, properties: { QueueName: name = logicalId, ...properties } }) {
      const attributes = Object.fromEntries(
        Object.entries(properties)
          .filter(([property, value]) => value !== undefined && !awsOnly.includes(property))
          .map(([property, value]) => [
            property,
            typeof value === "object" ? JSON.stringify(value) : String(value),
          ]),
      );
      const before = store.find(name)?.definition;
      const deployed = JSON.stringify(attributes);
      if (before?.deployed !== deployed) {
        const now = machine.clock.now();
        const createdAt = before?.createdAt ?? now;
        await store.putQueue({ name, attributes, createdAt, modifiedAt: now, deployed });
      }
      const url = urlOf(name);
      return { ref: url, attributes: { Arn: store.arn(name), QueueName: name, QueueUrl: url } };
    },
  });
}
