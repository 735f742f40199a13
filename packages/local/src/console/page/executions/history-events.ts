import * as z from "zod/mini";
import type { HistoryEvent } from "../aws/step-functions";

const Details = z.looseObject({
  name: z.optional(z.string()),
  resource: z.optional(z.string()),
  resourceType: z.optional(z.string()),
  error: z.optional(z.string()),
});
type Details = z.infer<typeof Details>;

/** The one member of a history event that holds what its type is about. */
export function detailsOf(event: HistoryEvent): Details {
  const member = Object.entries(event).find(([name]) => name.endsWith("EventDetails"))?.[1];
  const { success, data } = Details.safeParse(member);
  return success ? unfolded(data) : {};
}

/** Input, output and parameters are JSON in a text: shown as what they are. */
function unfolded(details: Details): Details {
  const entries = Object.entries(details)
    .filter(([name]) => !name.endsWith("Details"))
    .map(([name, value]) => [name, typeof value === "string" ? parsed(value) : value]);
  return Object.fromEntries(entries);
}

function parsed(text: string): unknown {
  try {
    return /^\s*[[{]/.test(text) ? JSON.parse(text) : text;
  } catch {
    return text;
  }
}

/** `WaitForCustomer: entered`, `dynamodb:updateItem: scheduled` */
export function sentenceOf(event: HistoryEvent): string {
  const { name, resource, resourceType, error } = detailsOf(event);
  const [, what = event.type] =
    /^(?:[A-Za-z]*?State|Task|LambdaFunction|Execution)([A-Z]\w*)$/.exec(event.type) ?? [];
  const verb = what.replaceAll(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
  const call = resource?.split(":").at(-1)?.replace(".waitForTaskToken", "");
  const subject = name ?? (call && `${resourceType ?? "lambda"}:${call}`);
  const start = event.type.startsWith("Execution") ? "Execution" : (subject ?? event.type);
  return `${start}: ${verb}${error === undefined ? "" : `, ${error}`}`;
}

export function toneOf({ type }: HistoryEvent): "bad" | "" {
  return /Failed|TimedOut|Aborted/.test(type) ? "bad" : "";
}

/** Those between a state's entering and its leaving; a state that was entered again has them all. */
export function eventsOfState(events: readonly HistoryEvent[], state: string): readonly HistoryEvent[] {
  if (state === "") return events;
  let isInside = false;
  return events.filter((event) => {
    const isEntered = event.type.endsWith("StateEntered");
    if (isEntered) isInside = detailsOf(event).name === state;
    return isInside;
  });
}
