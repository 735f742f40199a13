import * as z from "zod/mini";
import { callAws } from "./call";
import { listBuses } from "./events";

/** A target keeps whatever else it was given, so that changing a rule loses nothing of it. */
export const RuleTarget = z.looseObject({
  Id: z.string(),
  Arn: z.string(),
  Input: z.optional(z.string()),
  InputPath: z.optional(z.string()),
  InputTransformer: z.optional(
    z.object({
      InputPathsMap: z.optional(z.record(z.string(), z.string())),
      InputTemplate: z.string(),
    }),
  ),
});
export type RuleTarget = z.infer<typeof RuleTarget>;

const RuleAnswer = z.object({
  Name: z.string(),
  EventBusName: z.string(),
  State: z.string(),
  EventPattern: z.optional(z.string()),
  ScheduleExpression: z.optional(z.string()),
  Description: z.optional(z.string()),
});

export interface Rule extends z.infer<typeof RuleAnswer> {
  readonly targets: readonly RuleTarget[];
}

const Rules = z.object({ Rules: z.array(RuleAnswer) });
const Targets = z.object({ Targets: z.array(RuleTarget) });
const Anything = z.looseObject({});
const Changed = z.object({
  FailedEntries: z._default(z.array(z.looseObject({ ErrorMessage: z.optional(z.string()) })), []),
});

/** The rules of every bus, each with its targets. */
export async function listRules(): Promise<Rule[]> {
  const perBus = (await listBuses()).map(async (EventBusName) => {
    const { Rules: rules } = await callAws(Rules, "AWSEvents.ListRules", { EventBusName });
    return Promise.all(rules.map(withTargets));
  });
  return (await Promise.all(perBus)).flat();
}

async function withTargets(rule: z.infer<typeof RuleAnswer>): Promise<Rule> {
  const of = { Rule: rule.Name, EventBusName: rule.EventBusName };
  const { Targets: targets } = await callAws(Targets, "AWSEvents.ListTargetsByRule", of);
  return { ...rule, targets };
}

/** Creates a rule or replaces all of it, its targets too. */
export async function saveRule(rule: Rule, before: readonly RuleTarget[]): Promise<void> {
  const { targets, ...settings } = rule;
  await callAws(Anything, "AWSEvents.PutRule", settings);
  const of = { Rule: rule.Name, EventBusName: rule.EventBusName };
  const gone = before.map(({ Id }) => Id).filter((id) => !targets.some(({ Id }) => Id === id));
  if (gone.length > 0) await callAws(Changed, "AWSEvents.RemoveTargets", { ...of, Ids: gone });
  if (targets.length === 0) return;
  const { FailedEntries } = await callAws(Changed, "AWSEvents.PutTargets", { ...of, Targets: targets });
  const [failed] = FailedEntries;
  if (failed !== undefined) throw new Error(failed.ErrorMessage ?? "A target was refused.");
}

export async function switchRule({ Name, EventBusName }: Rule, on: boolean): Promise<void> {
  const operation = on ? "EnableRule" : "DisableRule";
  await callAws(Anything, `AWSEvents.${operation}`, { Name, EventBusName });
}

export async function deleteRule({ Name, EventBusName, targets }: Rule): Promise<void> {
  const Ids = targets.map(({ Id }) => Id);
  if (Ids.length > 0) {
    await callAws(Anything, "AWSEvents.RemoveTargets", { Rule: Name, EventBusName, Ids });
  }
  await callAws(Anything, "AWSEvents.DeleteRule", { Name, EventBusName });
}
