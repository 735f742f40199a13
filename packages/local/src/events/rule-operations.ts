import { z } from "zod";
import { AwsError } from "../aws-error";
import type { Machine, Operation } from "../service";
import { busName } from "./bus-name";
import { page } from "./page";
import { type CompiledRule, ruleKey } from "./rule";
import type { RuleBook } from "./rule-book";

const onBus = { EventBusName: z.string().optional() };
const paged = { Limit: z.number().int().min(1).max(100).optional(), NextToken: z.string().optional() };
const Named = z.object({ Name: z.string(), ...onBus });
const PutInput = z.object({
  Name: z.string().regex(/^[.\-_A-Za-z0-9]{1,64}$/),
  ...onBus,
  EventPattern: z.string().max(4096).optional(),
  ScheduleExpression: z.string().max(256).optional(),
  State: z.enum(["ENABLED", "DISABLED"]).default("ENABLED"),
  Description: z.string().max(512).optional(),
  RoleArn: z.string().optional(),
});
const ListInput = z.object({ NamePrefix: z.string().default(""), ...onBus, ...paged });
const ByTargetInput = z.object({ TargetArn: z.string(), ...onBus, ...paged });

/** The operations on rules themselves; their targets are elsewhere. */
export function ruleOperations(machine: Machine, rules: RuleBook): Record<string, Operation> {
  const setState = (state: "ENABLED" | "DISABLED") => async (input: unknown) => {
    const { rule } = find(rules, input);
    await rules.putRule({ ...rule, state });
    return {};
  };
  return {
    PutRule: (input) => putRule(machine, rules, input),
    DescribeRule: (input) => ({ ...describe(find(rules, input)), CreatedBy: machine.account }),
    ListRules(input) {
      const { NamePrefix, EventBusName, ...rest } = ListInput.parse(input);
      const all = rulesOf(rules, EventBusName).filter(({ rule }) => rule.name.startsWith(NamePrefix));
      const { items, next } = page(all, rest);
      return { Rules: items.map(describe), ...next };
    },
    ListRuleNamesByTarget(input) {
      const { TargetArn, EventBusName, ...rest } = ByTargetInput.parse(input);
      const all = rulesOf(rules, EventBusName).filter(({ rule }) =>
        rule.targets.some((target) => target.Arn === TargetArn),
      );
      const { items, next } = page(all, rest);
      return { RuleNames: items.map(({ rule }) => rule.name), ...next };
    },
    EnableRule: setState("ENABLED"),
    DisableRule: setState("DISABLED"),
    async DeleteRule(input) {
      const { Name, EventBusName } = Named.parse(input);
      const found = rules.find(ruleKey(busName(EventBusName), Name));
      if (found === undefined) return {};
      if (found.rule.targets.length > 0) {
        throw new AwsError("ValidationException", "Rule can't be deleted since it has targets.");
      }
      await rules.deleteRule(found.key);
      return {};
    },
  };
}

/** Replaces all of a rule but its targets. */
async function putRule(machine: Machine, rules: RuleBook, input: unknown): Promise<object> {
  const parsed = PutInput.parse(input);
  const bus = busName(parsed.EventBusName);
  rules.bus(bus);
  const before = rules.find(ruleKey(bus, parsed.Name))?.rule;
  const isSameSchedule = before?.scheduleExpression === parsed.ScheduleExpression;
  const { arn } = await rules.putRule({
    targets: [],
    deployedTargets: [],
    ...before,
    bus,
    name: parsed.Name,
    eventPattern: parsed.EventPattern,
    scheduleExpression: parsed.ScheduleExpression,
    state: parsed.State,
    description: parsed.Description,
    roleArn: parsed.RoleArn,
    scheduledSince: (isSameSchedule && before?.scheduledSince) || machine.clock.now(),
  });
  return { RuleArn: arn };
}

function describe({ rule, arn }: CompiledRule): object {
  return {
    Name: rule.name,
    Arn: arn,
    EventPattern: rule.eventPattern,
    ScheduleExpression: rule.scheduleExpression,
    State: rule.state,
    Description: rule.description,
    RoleArn: rule.roleArn,
    EventBusName: rule.bus,
  };
}

function find(rules: RuleBook, input: unknown): CompiledRule {
  const { Name, EventBusName } = Named.parse(input);
  return rules.rule(busName(EventBusName), Name);
}

function rulesOf(rules: RuleBook, bus: string | undefined): readonly CompiledRule[] {
  return rules.rulesOf(rules.bus(busName(bus)).name);
}
