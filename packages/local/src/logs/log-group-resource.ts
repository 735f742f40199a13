import { z } from "zod";
import { type Machine, type ResourceType, resourceType } from "../service";
import { groupArn } from "./group-operations";
import type { LogCatalog } from "./log-catalog";

const Properties = z.strictObject({
  LogGroupName: z.string().optional(),
  RetentionInDays: z.coerce.number().optional(),
  KmsKeyId: z.string().optional(),
  LogGroupClass: z.string().optional(),
  DeletionProtectionEnabled: z.boolean().optional(),
  Tags: z.array(z.strictObject({ Key: z.string(), Value: z.string() })).optional(),
});
type Properties = z.infer<typeof Properties>;

/** `AWS::Logs::LogGroup`; how much it keeps is bounded by size here, not by days. */
export function logGroupResource(machine: Machine, catalog: LogCatalog): ResourceType {
  return resourceType<Properties>({
    type: "AWS::Logs::LogGroup",
    properties: Properties,
    awsOnly: ["RetentionInDays", "KmsKeyId", "LogGroupClass", "DeletionProtectionEnabled", "Tags"],
    removal: {
      async remove(name) {
        if (catalog.find(name) !== undefined) await catalog.deleteGroup(name);
      },
    },
    async deploy({ logicalId, properties: { LogGroupName: name = logicalId, RetentionInDays } }) {
      const before = catalog.find(name)?.definition;
      if (before === undefined || before.retentionInDays !== RetentionInDays) {
        const createdAt = before?.createdAt ?? Math.floor(machine.clock.now());
        await catalog.putGroup({ name, createdAt, retentionInDays: RetentionInDays });
      }
      return { ref: name, attributes: { Arn: `${groupArn(machine, name)}:*` } };
    },
  });
}
