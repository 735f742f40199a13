import { z } from "zod";
import { AwsError } from "../aws-error";
import type { Machine } from "../service";
import { compilePattern, type EventPattern } from "./event-pattern";
import { RuleTarget } from "./rule-target";
import { compileSchedule, type Schedule } from "./schedule";
import { compileTargetInput, type TargetInput } from "./target-input";

export const defaultBus = "default";

/** A rule as it is kept: made by a template, by hand, or by both one after the other. */
export const Rule = z.object({
  bus: z.string(),
  name: z.string(),
  eventPattern: z.string().optional(),
  scheduleExpression: z.string().optional(),
  state: z.enum(["ENABLED", "DISABLED"]),
  description: z.string().optional(),
  roleArn: z.string().optional(),
  targets: z.array(RuleTarget),
  /** ms since the epoch, from which a rate counts. */
  scheduledSince: z.number(),
  /** The template's properties when it was last deployed: the same again changes nothing. */
  deployed: z.string().optional(),
  /** The targets that the template put: those it no longer names are removed, others stay. */
  deployedTargets: z.array(z.string()).default([]),
});
export type Rule = z.infer<typeof Rule>;

export interface CompiledTarget {
  readonly target: RuleTarget;
  readonly input: TargetInput;
}

export interface CompiledRule {
  readonly rule: Rule;
  readonly key: string;
  readonly arn: string;
  readonly pattern: EventPattern | undefined;
  readonly schedule: Schedule | undefined;
  readonly targets: ReadonlyMap<string, CompiledTarget>;
}

/** Names a rule on all buses; also CloudFormation's physical id of a rule on a bus of one's own. */
export function ruleKey(bus: string, name: string): string {
  return `${bus}|${name}`;
}

/**
 * Compiles a rule's pattern, schedule and targets once.
 * @throws AwsError InvalidEventPatternException, ValidationException, LimitExceededException
 */
export function compileRule(rule: Rule, place: Pick<Machine, "region" | "account">): CompiledRule {
  if (rule.eventPattern === undefined && rule.scheduleExpression === undefined) {
    throw refusal("Parameter(s) EventPattern or ScheduleExpression must be specified.");
  }
  if (rule.scheduleExpression !== undefined && rule.bus !== defaultBus) {
    throw refusal("ScheduleExpression is supported only on the default event bus.");
  }
  if (rule.targets.length > 5) {
    throw new AwsError(
      "LimitExceededException",
      "The requested resource exceeds the maximum number allowed.",
    );
  }
  const path = rule.bus === defaultBus ? rule.name : `${rule.bus}/${rule.name}`;
  return {
    rule,
    key: ruleKey(rule.bus, rule.name),
    arn: `arn:aws:events:${place.region}:${place.account}:rule/${path}`,
    pattern: rule.eventPattern === undefined ? undefined : compilePattern(rule.eventPattern),
    schedule:
      rule.scheduleExpression === undefined
        ? undefined
        : compileSchedule(rule.scheduleExpression, rule.scheduledSince),
    targets: new Map(
      rule.targets.map((target) => [target.Id, { target, input: compileTargetInput(target) }]),
    ),
  };
}

function refusal(message: string): AwsError {
  return new AwsError("ValidationException", message);
}
