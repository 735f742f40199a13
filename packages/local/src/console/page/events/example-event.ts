import * as z from "zod/mini";
import { resourceOf } from "../aws/arn";
import type { SentEvent } from "../aws/events";
import type { Rule } from "../aws/rules";

const Pattern = z.looseObject({
  source: z.optional(z.array(z.unknown())),
  "detail-type": z.optional(z.array(z.unknown())),
});

/** The plain values that rules want in a field of the envelope. */
export function literals(rules: readonly Rule[], field: "source" | "detail-type"): string[] {
  const values = rules.flatMap((rule) => patternOf(rule)[field] ?? []);
  return [...new Set(values.filter((value) => typeof value === "string"))];
}

/** The event that starts a workflow, read from the rules: what one most likely wants to send by hand. */
export function exampleEvent(rules: readonly Rule[]): SentEvent {
  const starts = ({ targets }: Rule) => targets.some(({ Arn }) => resourceOf(Arn).kind === "state machine");
  const rule = rules.find(starts) ?? rules.find(({ EventPattern }) => EventPattern !== undefined);
  const only = rule === undefined ? [] : [rule];
  return {
    bus: rule?.EventBusName ?? "default",
    source: literals(only, "source")[0] ?? "",
    type: literals(only, "detail-type")[0] ?? "",
    detail: "{}",
  };
}

function patternOf({ EventPattern }: Rule): z.infer<typeof Pattern> {
  try {
    return Pattern.parse(JSON.parse(EventPattern ?? "{}"));
  } catch {
    return {};
  }
}
