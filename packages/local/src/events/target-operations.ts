import { z } from "zod";
import type { Operation } from "../service";
import { busName } from "./bus-name";
import { page } from "./page";
import type { CompiledRule } from "./rule";
import type { RuleBook } from "./rule-book";
import { RuleTarget } from "./rule-target";

const ofRule = { Rule: z.string(), EventBusName: z.string().optional() };
const PutInput = z.object({ ...ofRule, Targets: z.array(RuleTarget).min(1).max(100) });
const RemoveInput = z.object({ ...ofRule, Ids: z.array(z.string()).min(1).max(100) });
const ListInput = z.object({
  ...ofRule,
  Limit: z.number().int().min(1).max(100).optional(),
  NextToken: z.string().optional(),
});

/** The operations on the targets of rules. */
export function targetOperations(rules: RuleBook): Record<string, Operation> {
  return {
    async PutTargets(input) {
      const { Targets, ...of } = PutInput.parse(input);
      const { rule } = find(rules, of);
      await rules.putRule({ ...rule, targets: mergeTargets(rule.targets, Targets) });
      return { FailedEntryCount: 0, FailedEntries: [] };
    },
    async RemoveTargets(input) {
      const { Ids, ...of } = RemoveInput.parse(input);
      const { rule } = find(rules, of);
      await rules.putRule({ ...rule, targets: rule.targets.filter((target) => !Ids.includes(target.Id)) });
      return { FailedEntryCount: 0, FailedEntries: [] };
    },
    ListTargetsByRule(input) {
      const { Rule, EventBusName, ...rest } = ListInput.parse(input);
      const { items, next } = page(find(rules, { Rule, EventBusName }).rule.targets, rest);
      return { Targets: items, ...next };
    },
  };
}

/** Targets by id: those of `changes` take the place of those of `targets`. */
export function mergeTargets(targets: readonly RuleTarget[], changes: readonly RuleTarget[]): RuleTarget[] {
  return [...new Map([...targets, ...changes].map((target) => [target.Id, target])).values()];
}

function find(rules: RuleBook, of: { Rule: string; EventBusName?: string | undefined }): CompiledRule {
  return rules.rule(busName(of.EventBusName), of.Rule);
}
