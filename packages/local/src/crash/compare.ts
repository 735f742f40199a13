import type { AwsPort } from "../load/aws-port";
import type { Book } from "./book";
import { names } from "./crash-template";
import { type Effect, readEffects } from "./effects";

/** What had come to its end so long before a kill is never done again after it. */
const graceMs = 2000;
const historiesLookedAt = 25;

/** What of the at-least-once kind came twice; each only because of a kill in that very moment. */
export interface Repeats {
  /** Events that a rule delivered again: another execution began. */
  executions: number;
  /** Calls of a function, and rows' updates, that a task under way at a kill made again. */
  calls: number;
  /** Last events put or delivered again. */
  messages: number;
}

export interface Comparison {
  readonly workflows: number;
  readonly repeats: Repeats;
  readonly faults: string[];
}

/** Holds what was acknowledged since the last comparison against what is there; everything has settled. */
export async function compare(aws: AwsPort, book: Book, folder: string, since: number): Promise<Comparison> {
  const effects = { Work: readEffects(folder, "Work"), Later: readEffects(folder, "Later") };
  const faults = [...(await wrongExecutions(aws, book)), ...(await missingLines(aws, book, since))];
  const repeats: Repeats = { executions: 0, calls: 0, messages: 0 };
  for (const [order, { executions, doneMessages, settledAt }] of book.workflows) {
    if (executions.size === 0) faults.push(`${order}: its event was acknowledged, and nothing began`);
    if (doneMessages === 0) faults.push(`${order}: it has not ended`);
    for (const [name, all] of Object.entries(effects)) {
      const own = all.get(order) ?? [];
      if (own.length === 0) faults.push(`${order}: ${name} has not run`);
      faults.push(...lateEffects(book, name, own, settledAt));
      repeats.calls += Math.max(own.length - executions.size, 0);
    }
    repeats.executions += Math.max(executions.size - 1, 0);
    repeats.messages += Math.max(doneMessages - executions.size, 0);
  }
  faults.push(...(await wrongRows(aws, book, effects.Work)));
  return { workflows: book.workflows.size, repeats, faults };
}

/** Runs that were repeated after a kill though the one before, and its execution, had ended long before it. */
function lateEffects(
  book: Book,
  name: string,
  runs: Effect[],
  settledAt: ReadonlyMap<string, number>,
): string[] {
  return runs.flatMap(({ at, execution }, index) => {
    const before = runs.slice(0, index).findLast((run) => run.execution === execution);
    const settled = settledAt.get(execution);
    const kill = book.killBefore(at);
    if (before === undefined || settled === undefined || kill === undefined) return [];
    const ended = Math.max(before.at, settled);
    return ended + graceMs < kill
      ? [`${execution}: ${name} ran again, ended ${kill - ended} ms before a kill`]
      : [];
  });
}

/** Every execution has ended well, and its history has each state once, without a gap. */
async function wrongExecutions(aws: AwsPort, book: Book): Promise<string[]> {
  const faults: string[] = [];
  const known = new Set([...book.workflows.values()].flatMap(({ executions }) => [...executions]));
  for (const statusFilter of ["RUNNING", "FAILED", "TIMED_OUT", "ABORTED"]) {
    const input = { stateMachineArn: names.stateMachine, statusFilter };
    const { executions } = await aws.call("AWSStepFunctions.ListExecutions", input);
    for (const { executionArn } of executions) faults.push(`${executionArn} is ${statusFilter}`);
  }
  const step = Math.max(1, Math.floor(known.size / historiesLookedAt));
  for (const executionArn of [...known].filter((_, index) => index % step === 0)) {
    const { events } = await aws.call("AWSStepFunctions.GetExecutionHistory", { executionArn });
    const ids = events.map(({ id }: { id: number }) => id).join();
    const entered = events.flatMap((each: { stateEnteredEventDetails?: { name: string } }) =>
      each.stateEnteredEventDetails ? [each.stateEnteredEventDetails.name] : [],
    );
    const inOrder = events.map((_: unknown, index: number) => index + 1).join();
    if (ids !== inOrder || entered.join() !== "Ask,Pause,Work,Count,Tell") {
      faults.push(`${executionArn} has the history ${entered} (${ids})`);
    }
  }
  return faults;
}

/** Each of a workflow's three events is a line of the bus's log. */
async function missingLines(aws: AwsPort, book: Book, since: number): Promise<string[]> {
  const seen = new Map<string, Set<string>>();
  let nextToken: string | undefined;
  do {
    const input = { logGroupName: names.group, startTime: since, limit: 10_000, nextToken };
    const answer = await aws.call("Logs_20140328.FilterLogEvents", input);
    for (const { message } of answer.events) {
      if (!message.startsWith("{")) continue;
      const { "detail-type": type, detail } = JSON.parse(message);
      seen.set(detail.order, (seen.get(detail.order) ?? new Set()).add(type));
    }
    nextToken = answer.nextToken;
  } while (nextToken !== undefined);
  return [...book.workflows.keys()].flatMap((order) => {
    const types = seen.get(order)?.size ?? 0;
    return types === 3 ? [] : [`${order}: the log has ${types} of its 3 kinds of events`];
  });
}

/** The row was updated once for each execution, and at most once more for each kill since the task before it ran. */
async function wrongRows(aws: AwsPort, book: Book, work: ReadonlyMap<string, Effect[]>): Promise<string[]> {
  const faults: string[] = [];
  for (const [order, { executions, settledAt }] of book.workflows) {
    const input = { TableName: names.table, Key: { PK: { S: order } }, ConsistentRead: true };
    const { Item } = await aws.call("DynamoDB_20120810.GetItem", input);
    const runs = Number(Item?.runs?.N ?? 0);
    const began = Math.min(...(work.get(order) ?? []).map(({ at }) => at));
    const most = [...executions]
      .map((each) => 1 + book.killsWithin(began, settledAt.get(each) ?? Number.POSITIVE_INFINITY))
      .reduce((sum, each) => sum + each, 0);
    if (runs < executions.size || runs > most) {
      faults.push(`${order}: its row was updated ${runs} times, at most ${most} are explained`);
    }
  }
  return faults;
}
