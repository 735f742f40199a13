import type { Rule, RuleTarget } from "../aws/rules";

/** A rule while it is written: what is typed, whether or not it can be saved. */
export interface RuleDraft {
  readonly name: string;
  readonly bus: string;
  readonly description: string;
  readonly kind: "pattern" | "schedule";
  readonly pattern: string;
  readonly schedule: string;
  readonly isEnabled: boolean;
  readonly targets: readonly RuleTarget[];
}

export function draftOf(rule: Rule): RuleDraft {
  return {
    name: rule.Name,
    bus: rule.EventBusName,
    description: rule.Description ?? "",
    kind: rule.ScheduleExpression === undefined ? "pattern" : "schedule",
    pattern: rule.EventPattern === undefined ? "" : JSON.stringify(JSON.parse(rule.EventPattern), null, 2),
    schedule: rule.ScheduleExpression ?? "",
    isEnabled: rule.State === "ENABLED",
    targets: rule.targets,
  };
}

/** A rule that is not there yet, for the events that the address names. */
export function newDraft(query: URLSearchParams): RuleDraft {
  const of = (name: string) => query.get(name) ?? "";
  const pattern = {
    source: [of("source") || "my.application"],
    "detail-type": [of("type") || "Something.Happened"],
  };
  return {
    name: "",
    bus: of("bus"),
    description: "",
    kind: "pattern",
    pattern: JSON.stringify(pattern, null, 2),
    schedule: "",
    isEnabled: true,
    targets: [],
  };
}

/** @throws Error with what is missing */
export function ruleOf(draft: RuleDraft): Rule {
  if (draft.name.trim() === "") throw new Error("The rule needs a name.");
  const when =
    draft.kind === "pattern" ? { EventPattern: draft.pattern } : { ScheduleExpression: draft.schedule };
  return {
    Name: draft.name.trim(),
    EventBusName: draft.bus,
    State: draft.isEnabled ? "ENABLED" : "DISABLED",
    ...(draft.description !== "" && { Description: draft.description }),
    ...when,
    targets: draft.targets.filter(({ Arn }) => Arn !== ""),
  };
}

/** An id that no other target of the rule has. */
export function freeTargetId(targets: readonly RuleTarget[]): string {
  const taken = new Set(targets.map(({ Id }) => Id));
  let number = 1;
  while (taken.has(`Target${number}`)) number += 1;
  return `Target${number}`;
}
