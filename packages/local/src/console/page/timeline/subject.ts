import type { EventRecord } from "../aws/events";
import { describeExecution, listStateMachines } from "../aws/step-functions";
import { isSame, narrowTerms, type Term, termsIn } from "./terms";

export interface Asked {
  readonly machine: string;
  readonly execution: string;
  readonly event: string;
  /** Any value, under whatever name. */
  readonly value: string;
}

/** Whose way is followed. */
export interface Subject {
  readonly title: string;
  readonly executionArn: string | undefined;
  /** All that can be followed, and of these what tells it from all others. */
  readonly terms: readonly Term[];
  readonly narrow: readonly Term[];
  /** ms since the epoch */
  readonly from: number;
  readonly to: number;
}

const beforeMs = 60_000;
const afterMs = 120_000;
const dayMs = 86_400_000;

/** @throws Error where nothing is known of what was asked for */
export async function findSubject(asked: Asked, recent: readonly EventRecord[]): Promise<Subject> {
  if (asked.execution !== "") return subjectOfExecution(asked, recent);
  if (asked.event !== "") return subjectOfEvent(asked.event, recent);
  return subjectOfValue(asked.value, recent);
}

async function subjectOfExecution(
  { machine, execution }: Asked,
  recent: readonly EventRecord[],
): Promise<Subject> {
  const found = (await listStateMachines()).find(({ name }) => name === machine);
  if (found === undefined) throw new Error(`There is no state machine ${machine}.`);
  const executionArn = `${found.stateMachineArn.replace(":stateMachine:", ":execution:")}:${execution}`;
  const { input, startDate, stopDate } = await describeExecution(executionArn);
  const own = { key: "execution", value: execution };
  const given = termsIn(detailOf(input));
  return {
    title: `${machine} ${execution}`,
    executionArn,
    terms: distinct([own, ...given]),
    narrow: distinct([
      own,
      ...narrowTerms(
        given,
        recent.map(({ event }) => event),
      ),
    ]),
    from: startDate * 1000 - beforeMs,
    to: (stopDate === undefined ? Number.MAX_SAFE_INTEGER / 1000 : stopDate) * 1000 + afterMs,
  };
}

/** The detail where an event started the execution, else all of its input. */
function detailOf(input: string | undefined): unknown {
  const value: unknown = JSON.parse(input ?? "{}");
  return typeof value === "object" && value !== null && "detail" in value ? value.detail : value;
}

async function subjectOfEvent(id: string, recent: readonly EventRecord[]): Promise<Subject> {
  const record = recent.find(({ event }) => event.id === id);
  if (record === undefined) throw new Error("This event is not among the last ones any more.");
  const terms = termsIn(record.event.detail);
  const narrow = narrowTerms(
    terms,
    recent.map(({ event }) => event),
  );
  return followed(record.event["detail-type"], distinct(terms), narrow, recent);
}

async function subjectOfValue(value: string, recent: readonly EventRecord[]): Promise<Subject> {
  const seen = recent.flatMap(({ event }) => termsIn(event.detail)).filter((term) => term.value === value);
  const terms = distinct(seen.length > 0 ? seen : [{ key: "value", value }]);
  return followed(value, terms, terms, recent);
}

/** With the newest execution that the terms' events name. */
async function followed(
  title: string,
  terms: readonly Term[],
  narrow: readonly Term[],
  recent: readonly EventRecord[],
): Promise<Subject> {
  const names = new Set(
    recent
      .map(({ event }) => termsIn(event.detail))
      .filter((all) => all.some((each) => narrow.some((term) => isSame(term, each))))
      .flatMap((all) => all.map(({ value }) => value)),
  );
  const executionArn = await executionNamed(names);
  const now = recent[0]?.at ?? Date.now();
  return { title, executionArn, terms, narrow, from: now - dayMs, to: Number.MAX_SAFE_INTEGER };
}

async function executionNamed(names: ReadonlySet<string>): Promise<string | undefined> {
  for (const { stateMachineArn } of await listStateMachines()) {
    for (const name of names) {
      if (name.length < 8 || !/^[\w.-]+$/.test(name)) continue;
      const arn = `${stateMachineArn.replace(":stateMachine:", ":execution:")}:${name}`;
      const isThere = await describeExecution(arn).then(
        () => true,
        () => false,
      );
      if (isThere) return arn;
    }
  }
  return undefined;
}

function distinct(terms: readonly Term[]): Term[] {
  return terms.filter((term, index) => terms.findIndex((each) => isSame(each, term)) === index);
}
