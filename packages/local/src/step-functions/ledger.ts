import { createHash } from "node:crypto";
import type { HistoryEvent } from "./history-event";
import { type ExecutionStatus, initialProgress, type Progress, reduce } from "./progress";

export interface StateMachine {
  arn: string;
  name: string;
  definition: string;
  roleArn: string;
  createdAt: number;
  updatedAt: number;
  revisionId: string;
  /** The hash of what a template said when it was last deployed. */
  deployed?: string;
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

/** Where an archived execution lies. */
export interface ArchivePlace {
  readonly segment: number;
  readonly offset: number;
  readonly length: number;
}

/** What stays in memory of an execution that is over; the rest is in the archive. */
export interface Finished
  extends Pick<ExecutionHeader, "arn" | "name" | "machineArn" | "definitionHash" | "sequence" | "startedAt"> {
  status: ExecutionStatus;
  stoppedAt: number;
  place: ArchivePlace;
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
  | { type: "events"; arn: string; events: HistoryEvent[] }
  | { type: "archived"; finished: Finished[] }
  /** A segment of the archive, with all that lies in it. */
  | { type: "forgotten"; segment: number };

/** All that Step Functions remembers: a fold over the journal's entries. Told the same again it stays the same. */
export class Ledger {
  tokenKey: string | undefined;
  readonly machines = new Map<string, StateMachine>();
  /** Those under way, and those that are over but not archived yet. */
  readonly executions = new Map<string, Execution>();
  /** The archived ones, in the archive's order. */
  readonly finished = new Map<string, Finished>();
  readonly #definitions = new Map<string, string>();
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
        this.#begin(entry.header, entry.events);
        return;
      case "events":
        this.#addEvents(entry.arn, entry.events);
        return;
      case "archived":
        for (const each of entry.finished) this.#archived(each);
        return;
      case "forgotten":
        for (const [arn, { place }] of this.finished) {
          if (place.segment === entry.segment) this.finished.delete(arn);
        }
    }
  }

  get nextSequence(): number {
    return this.#sequence + 1;
  }

  definitionOf({ arn, definitionHash }: Pick<ExecutionHeader, "arn" | "definitionHash">): string {
    const text = this.#definitions.get(definitionHash);
    if (text === undefined) throw new Error(`the definition of ${arn} is missing`);
    return text;
  }

  running(): Execution[] {
    return [...this.executions.values()].filter(({ progress }) => progress.status === "RUNNING");
  }

  /** Entries that make the same ledger again; forgets definitions that nothing uses any more. */
  *snapshot(): Iterable<Entry> {
    this.#forgetDefinitions();
    if (this.tokenKey !== undefined) yield { type: "tokenKey", key: this.tokenKey };
    for (const text of this.#definitions.values()) yield { type: "definition", text };
    for (const machine of this.machines.values()) yield { type: "machine", machine };
    for (const each of this.finished.values()) yield { type: "archived", finished: [each] };
    for (const { header, events } of this.executions.values()) yield { type: "execution", header, events };
  }

  #forgetDefinitions(): void {
    const used = new Set([...this.executions.values()].map(({ header }) => header.definitionHash));
    for (const { definitionHash } of this.finished.values()) used.add(definitionHash);
    for (const { definition } of this.machines.values()) used.add(hashOf(definition));
    for (const hash of this.#definitions.keys()) {
      if (!used.has(hash)) this.#definitions.delete(hash);
    }
  }

  #keepDefinition(text: string): void {
    this.#definitions.set(hashOf(text), text);
  }

  #begin(header: ExecutionHeader, events: HistoryEvent[]): void {
    if (this.executions.has(header.arn)) return;
    this.#sequence = Math.max(this.#sequence, header.sequence);
    this.executions.set(header.arn, { header, events: [], progress: initialProgress });
    this.#addEvents(header.arn, events);
  }

  #addEvents(arn: string, events: HistoryEvent[]): void {
    const execution = this.executions.get(arn);
    if (execution === undefined) throw new Error(`it has events of ${arn}, which never started`);
    for (const event of events) {
      if (event.id <= execution.progress.lastEventId) continue;
      execution.events.push(event);
      execution.progress = reduce(execution.progress, event);
    }
  }

  #archived(finished: Finished): void {
    this.#sequence = Math.max(this.#sequence, finished.sequence);
    this.executions.delete(finished.arn);
    this.finished.set(finished.arn, finished);
  }
}

export function hashOf(definition: string): string {
  return createHash("sha256").update(definition).digest("hex");
}
