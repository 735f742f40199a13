import * as z from "zod/mini";
import { callAws, Refusal } from "./call";

export const Envelope = z.looseObject({
  id: z.string(),
  source: z.string(),
  "detail-type": z.string(),
  time: z.string(),
  detail: z.record(z.string(), z.unknown()),
});
export type Envelope = z.infer<typeof Envelope>;

export const Delivery = z.object({
  rule: z.string(),
  target: z.string(),
  state: z.enum(["pending", "delivered", "retrying", "dead-letter", "dropped"]),
  attempts: z.number(),
  /** When it came to this state; ms since the epoch. */
  at: z.number(),
  error: z.optional(z.string()),
});
export type Delivery = z.infer<typeof Delivery>;

/** An event of the last ones and how its deliveries fare; `at` in ms since the epoch. */
export const EventRecord = z.object({
  event: Envelope,
  bus: z.string(),
  at: z.number(),
  deliveries: z.array(Delivery),
});
export type EventRecord = z.infer<typeof EventRecord>;

export const SentEvent = z.object({
  bus: z.string(),
  source: z.string(),
  type: z.string(),
  detail: z.string(),
});
export type SentEvent = z.infer<typeof SentEvent>;

const Put = z.object({
  Entries: z.array(
    z.object({
      EventId: z.optional(z.string()),
      ErrorCode: z.optional(z.string()),
      ErrorMessage: z.optional(z.string()),
    }),
  ),
});

/** Puts one event on a bus; answers its id. */
export async function putEvent({ bus, source, type, detail }: SentEvent): Promise<string> {
  const entry = { EventBusName: bus, Source: source, DetailType: type, Detail: detail };
  const { Entries } = await callAws(Put, "AWSEvents.PutEvents", { Entries: [entry] });
  const { EventId, ErrorCode = "Refused", ErrorMessage = "" } = Entries[0] ?? {};
  if (EventId === undefined) throw new Refusal(ErrorCode, ErrorMessage);
  return EventId;
}

const Buses = z.object({ EventBuses: z.array(z.object({ Name: z.string(), Arn: z.string() })) });

export async function listBuses(): Promise<string[]> {
  const { EventBuses } = await callAws(Buses, "AWSEvents.ListEventBuses");
  return EventBuses.map(({ Name }) => Name);
}

const Tested = z.object({ Result: z.boolean() });

/** Whether a pattern matches an event, both as JSON. */
export async function testPattern(EventPattern: string, Event: string): Promise<boolean> {
  return (await callAws(Tested, "AWSEvents.TestEventPattern", { EventPattern, Event })).Result;
}
