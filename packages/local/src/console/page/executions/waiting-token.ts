import * as z from "zod/mini";
import type { HistoryEvent } from "../aws/step-functions";
import { detailsOf } from "./history-events";

const Entered = z.object({ name: z.string() });

export interface WaitingToken {
  readonly state: string;
  readonly token: string;
}

/** The token that the current state waits for, where what it sent away shows it. */
export function waitingToken(events: readonly HistoryEvent[]): WaitingToken | undefined {
  const last = events.findLast(({ type }) =>
    /^Task(Scheduled|Succeeded|Failed|TimedOut)$|^Execution/.test(type),
  );
  const entered = events.findLast(({ type }) => type.endsWith("StateEntered"));
  if (last?.type !== "TaskScheduled" || entered === undefined) return undefined;
  const { resource, parameters } = detailsOf(last);
  const token = resource?.endsWith(".waitForTaskToken") ? tokenIn(parameters) : undefined;
  const { success, data } = Entered.safeParse(detailsOf(entered));
  return token === undefined || !success ? undefined : { state: data.name, token };
}

/** Whatever a definition calls it, it is under a name with "token" in it. */
function tokenIn(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  for (const [name, inner] of Object.entries(value)) {
    if (typeof inner === "string" && /token/i.test(name)) return inner;
    const found = tokenIn(inner);
    if (found !== undefined) return found;
  }
  return undefined;
}
