import * as z from "zod/mini";
import type { ExecutionStatus, HistoryEvent } from "../aws/step-functions";
import { end, start } from "./definition";

const Entered = z.object({ stateEnteredEventDetails: z.object({ name: z.string() }) });

/** How a state of one execution is drawn. */
export type StateMark = "passed" | "current" | "failed";

/** An execution's way through its state machine. */
export interface Walk {
  readonly marks: ReadonlyMap<string, StateMark>;
  /** How often each state was entered. */
  readonly visits: ReadonlyMap<string, number>;
  /** `from → to` as JSON of the two names. */
  readonly steps: ReadonlySet<string>;
}

export function stepKey(from: string, to: string): string {
  return JSON.stringify([from, to]);
}

/** @param events from the first one on */
export function walkOf(events: readonly HistoryEvent[], status: ExecutionStatus): Walk {
  const names = events.flatMap((event) => {
    const entered = Entered.safeParse(event);
    return entered.success ? [entered.data.stateEnteredEventDetails.name] : [];
  });
  const marks = new Map<string, StateMark>(names.map((name) => [name, "passed"]));
  const last = names.at(-1);
  if (last !== undefined && status !== "SUCCEEDED")
    marks.set(last, status === "RUNNING" ? "current" : "failed");
  if (events.length > 0) marks.set(start, "passed");
  const way = [start, ...names];
  if (status === "SUCCEEDED") {
    marks.set(end, "passed");
    way.push(end);
  }
  const visits = new Map<string, number>();
  for (const name of names) visits.set(name, (visits.get(name) ?? 0) + 1);
  return {
    marks,
    visits,
    steps: new Set(way.slice(1).map((name, index) => stepKey(way[index] ?? start, name))),
  };
}
