import { createHash } from "node:crypto";
import type { HistoryEvent } from "./history-event";
import { initialProgress, type Progress, reduce } from "./progress";

// AWS keeps finished executions for 90 days; here the newest of them, so that memory stays flat.
const finishedAtMost = 2000;

export interface StateMachine {
  arn: string;
  name: string;
  definition: string;
  roleArn: string;
  createdAt: number;
  updatedAt: number;
  revisionId: string;
}

export interface ExecutionHeader {
  arn: string;
  name: string;
  machineArn: string;
  machineName: string;
  roleArn: string;
  /** Of the definition it started with and keeps. */
  definitionHash: string;
  /** The order in which executions started. */
  sequence: number;
  startedAt: number;
  input: string;
}

export interface Execution {
  header: ExecutionHeader;
  events: HistoryEvent[];
  progress: Progress;
}

/** One line of the journal. */
export type Entry =
  | { type: "tokenKey"; key: string }
  | { type: "definition"; text: string }
  | { type: "machine"; machine: StateMachine }
  | { type: "machineDeleted"; arn: string }
  | { type: "execution"; header: ExecutionHeader; events: HistoryEvent[] }
  | { type: "events"; arn: string; events: HistoryEvent[] };

/** All that Step Functions remembers: a fold over the journal's entries. */
export class Ledger {
  tokenKey: string | undefined;
  readonly machines = new Map<string, StateMachine>();
  readonly executions = new Map<string, Execution>();
  readonly #definitions = new Map<string, string>();
  readonly #finished: string[] = [];
  #sequence = 0;

  apply(entry: Entry): void {
    switch (entry.type) {
      case "tokenKey":
        this.tokenKey = entry.key;
        return;
      case "definition":
        this.#keepDefinition(entry.text);
        return;
      case "machine":
        this.machines.set(entry.machine.arn, entry.machine);
        this.#keepDefinition(entry.machine.definition);
        return;
      case "machineDeleted":
        this.machines.delete(entry.arn);
        return;
      case "execution":
        this.#sequence = Math.max(this.#sequence, entry.header.sequence);
        this.executions.set(entry.header.arn, {
          header: entry.header,
          events: [],
          progress: initialProgress,
        });
        this.#addEvents(entry.header.arn, entry.events);
        return;
      case "events":
        this.#addEvents(entry.arn, entry.events);
    }
  }

  get nextSequence(): number {
    return this.#sequence + 1;
  }

  definitionOf(header: ExecutionHeader): string {
    const text = this.#definitions.get(header.definitionHash);
    if (text === undefined) throw new Error(`the definition of ${header.arn} is missing`);
    return text;
  }

  running(): Execution[] {
    return [...this.executions.values()].filter(({ progress }) => progress.status === "RUNNING");
  }

  /** Entries that make the same ledger again; forgets definitions that nothing uses any more. */
  snapshot(): Entry[] {
    const used = new Set([...this.executions.values()].map(({ header }) => header.definitionHash));
    for (const { definition } of this.machines.values()) used.add(hashOf(definition));
    for (const hash of this.#definitions.keys()) {
      if (!used.has(hash)) this.#definitions.delete(hash);
    }
    const finished = this.#finished.flatMap((arn) => this.executions.get(arn) ?? []);
    const executions = [...finished, ...this.running()];
    return [
      ...(this.tokenKey === undefined ? [] : [{ type: "tokenKey" as const, key: this.tokenKey }]),
      ...[...this.#definitions.values()].map((text) => ({ type: "definition" as const, text })),
      ...[...this.machines.values()].map((machine) => ({ type: "machine" as const, machine })),
      ...executions.map(({ header, events }) => ({ type: "execution" as const, header, events })),
    ];
  }

  #keepDefinition(text: string): void {
    this.#definitions.set(hashOf(text), text);
  }

  #addEvents(arn: string, events: HistoryEvent[]): void {
    const execution = this.executions.get(arn);
    if (execution === undefined) throw new Error(`the journal has events of ${arn}, which never started`);
    for (const event of events) {
      execution.events.push(event);
      execution.progress = reduce(execution.progress, event);
    }
    if (execution.progress.status !== "RUNNING") this.#finish(arn);
  }

  #finish(arn: string): void {
    this.#finished.push(arn);
    if (this.#finished.length <= finishedAtMost) return;
    const oldest = this.#finished.shift();
    if (oldest !== undefined) this.executions.delete(oldest);
  }
}

export function hashOf(definition: string): string {
  return createHash("sha256").update(definition).digest("hex");
}
