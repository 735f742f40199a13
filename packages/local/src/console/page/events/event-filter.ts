import { eventFields } from "../../../events/event-fields";
import { compilePattern } from "../../../events/event-pattern";
import { problemOf } from "../aws/call";
import type { EventRecord } from "../aws/events";

/** What of the bus is looked at; empty lets everything through. */
export interface EventFilter {
  readonly text: string;
  readonly source: string;
  readonly type: string;
  /** An event pattern, as a rule has it. */
  readonly pattern: string;
}

export function filterOf(query: URLSearchParams): EventFilter {
  const of = (name: string) => query.get(name) ?? "";
  return { text: of("text"), source: of("source"), type: of("type"), pattern: of("pattern") };
}

/** @returns the events that pass, and why the pattern is none if it is none */
export function filterEvents(
  records: readonly EventRecord[],
  { text, source, type, pattern }: EventFilter,
): { passed: readonly EventRecord[]; problem: string | undefined } {
  const { matches, problem } = compile(pattern);
  const wanted = text.trim().toLowerCase();
  const passed = records.filter(
    ({ event }) =>
      (source === "" || event.source === source) &&
      (type === "" || event["detail-type"] === type) &&
      (wanted === "" || JSON.stringify(event).toLowerCase().includes(wanted)) &&
      matches(event),
  );
  return { passed, problem };
}

function compile(pattern: string): { matches: (event: object) => boolean; problem: string | undefined } {
  if (pattern.trim() === "") return { matches: () => true, problem: undefined };
  try {
    const compiled = compilePattern(pattern);
    return { matches: (event) => compiled.matches(eventFields(event)), problem: undefined };
  } catch (cause) {
    return { matches: () => false, problem: problemOf(cause) };
  }
}
