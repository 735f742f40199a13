import { z } from "zod";
import { type Machine, type ResourceType, resourceType } from "../service";
import { busName } from "./bus-name";
import { defaultBus, type Rule, ruleKey } from "./rule";
import type { RuleBook } from "./rule-book";
import { RuleTarget } from "./rule-target";
import { mergeTargets } from "./target-operations";

const Tags = z.array(z.strictObject({ Key: z.string(), Value: z.string() })).optional();

const BusProperties = z.strictObject({
  Name: z.string(),
  Description: z.string().optional(),
  Tags,
});
type BusProperties = z.infer<typeof BusProperties>;

const RuleProperties = z.strictObject({
  Name: z.string().optional(),
  Description: z.string().optional(),
  EventBusName: z.string().optional(),
  EventPattern: z.record(z.string(), z.unknown()).optional(),
  ScheduleExpression: z.string().optional(),
  State: z.enum(["ENABLED", "DISABLED"]).default("ENABLED"),
  RoleArn: z.string().optional(),
  Targets: z.array(RuleTarget).default([]),
  Tags,
});
type RuleProperties = z.infer<typeof RuleProperties>;

/** `AWS::Events::EventBus` */
export function eventBusResource(machine: Machine, rules: RuleBook): ResourceType {
  return resourceType<BusProperties>({
    type: "AWS::Events::EventBus",
    properties: BusProperties,
    awsOnly: ["Tags"],
    async deploy({ properties: { Name, Description } }) {
      const before = rules.buses().find((bus) => bus.name === Name);
      if (before === undefined || before.description !== Description) {
        const createdAt = before?.createdAt ?? machine.clock.now();
        await rules.putBus({ name: Name, description: Description, createdAt });
      }
      return { ref: Name, attributes: { Arn: rules.busArn(Name), Name } };
    },
    removal: {
      async remove(name) {
        // Rules that were made by hand keep their bus.
        if (rules.hasBus(name) && rules.rulesOf(name).length === 0) await rules.deleteBus(name);
      },
    },
  });
}

/** `AWS::Events::Rule` */
export function ruleResource(machine: Machine, rules: RuleBook): ResourceType {
  return resourceType<RuleProperties>({
    type: "AWS::Events::Rule",
    properties: RuleProperties,
    awsOnly: ["Tags", "RoleArn", "Targets.RoleArn"],
    async deploy({ logicalId, properties }) {
      const name = properties.Name ?? logicalId;
      const bus = busName(properties.EventBusName);
      rules.bus(bus);
      const before = rules.find(ruleKey(bus, name));
      const isUnchanged = before?.rule.deployed === JSON.stringify(properties);
      const { arn, key } = isUnchanged
        ? before
        : await rules.putRule(changedRule(machine, { bus, name, properties, before: before?.rule }));
      return { ref: bus === defaultBus ? name : key, attributes: { Arn: arn } };
    },
    removal: {
      async remove(ref) {
        const key = ref.includes("|") ? ref : ruleKey(defaultBus, ref);
        if (rules.find(key) !== undefined) await rules.deleteRule(key);
      },
    },
  });
}

/** The rule as the template has it now; targets that were put by hand stay. */
function changedRule(
  machine: Machine,
  change: { bus: string; name: string; properties: RuleProperties; before: Rule | undefined },
): Rule {
  const { bus, name, properties, before } = change;
  const byHand = (before?.targets ?? []).filter((target) => !before?.deployedTargets.includes(target.Id));
  const isSameSchedule = before?.scheduleExpression === properties.ScheduleExpression;
  return {
    bus,
    name,
    eventPattern: properties.EventPattern && JSON.stringify(properties.EventPattern),
    scheduleExpression: properties.ScheduleExpression,
    state: properties.State,
    description: properties.Description,
    roleArn: properties.RoleArn,
    targets: mergeTargets(byHand, properties.Targets),
    scheduledSince: (isSameSchedule && before?.scheduledSince) || machine.clock.now(),
    deployed: JSON.stringify(properties),
    deployedTargets: properties.Targets.map((target) => target.Id),
  };
}
