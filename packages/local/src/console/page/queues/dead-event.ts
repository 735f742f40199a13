import { Envelope, type SentEvent } from "../aws/events";
import type { Message } from "../aws/queues";

/** The event in a dead letter of EventBridge; its bus stands in the ARN of the rule that could not deliver it. */
export function deadEventOf({ Body, MessageAttributes }: Message): SentEvent | undefined {
  const rule = MessageAttributes.RULE_ARN?.StringValue?.split(":rule/")[1];
  if (rule === undefined) return undefined;
  try {
    const { source, "detail-type": type, detail } = Envelope.parse(JSON.parse(Body));
    const bus = rule.includes("/") ? rule.slice(0, rule.lastIndexOf("/")) : "default";
    return { bus, source, type, detail: JSON.stringify(detail) };
  } catch {
    return undefined;
  }
}
