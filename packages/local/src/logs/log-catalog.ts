import { randomUUID } from "node:crypto";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { AwsError } from "../aws-error";
import { Journal } from "../journal";
import type { LogLine } from "./log-line";
import { LogSegments } from "./log-segments";

export interface GroupDefinition {
  readonly name: string;
  /** The group's folder; a group that is made anew after its deletion gets another. */
  readonly id: string;
  /** ms since the epoch */
  readonly createdAt: number;
  readonly retentionInDays?: number | undefined;
}

/** All times in ms since the epoch. */
export interface LogStream {
  readonly name: string;
  readonly createdAt: number;
  readonly firstAt?: number;
  readonly lastAt?: number;
  readonly takenAt?: number;
  /** The number of its last line; a stream all of whose lines are dropped is forgotten. */
  readonly lastLine?: number;
}

export interface LogGroup {
  readonly definition: GroupDefinition;
  readonly streams: Map<string, LogStream>;
  readonly segments: LogSegments;
}

type Entry =
  | { group: GroupDefinition }
  | { groupDeleted: string }
  | { streams: readonly LogStream[]; of: string }
  | { streamsForgotten: readonly string[]; of: string };

const compactAboveBytes = 1_000_000;

/** Which log groups and streams there are; each group has its lines. */
export class LogCatalog {
  readonly #folder: string;
  readonly #definitions = new Map<string, { definition: GroupDefinition; streams: Map<string, LogStream> }>();
  readonly #groups = new Map<string, LogGroup>();
  readonly #journal: Journal<Entry>;

  private constructor(dataFolder: string) {
    this.#folder = join(dataFolder, "logs");
    mkdirSync(this.#folder, { recursive: true });
    const file = join(this.#folder, "catalog.journal");
    this.#journal = Journal.open<Entry>(file, {
      replay: (entry) => this.#apply(entry),
      snapshot: () => this.#entries(),
      compactAboveBytes,
    });
    for (const name of this.#definitions.keys()) this.#openGroup(name);
  }

  /** @throws Error naming the file and the offset of damage */
  static open(dataFolder: string): LogCatalog {
    return new LogCatalog(dataFolder);
  }

  groups(): LogGroup[] {
    return [...this.#groups.values()];
  }

  find(name: string): LogGroup | undefined {
    return this.#groups.get(name);
  }

  /** @throws AwsError ResourceNotFoundException */
  group(name: string): LogGroup {
    const group = this.#groups.get(name);
    if (group !== undefined) return group;
    throw new AwsError("ResourceNotFoundException", "The specified log group does not exist.");
  }

  async putGroup(definition: Omit<GroupDefinition, "id">): Promise<void> {
    const id = this.#definitions.get(definition.name)?.definition.id ?? randomUUID();
    const entry: Entry = { group: { ...definition, id } };
    this.#apply(entry);
    this.#openGroup(definition.name);
    await this.#journal.append(entry);
  }

  async deleteGroup(name: string): Promise<void> {
    const group = this.group(name);
    const entry: Entry = { groupDeleted: name };
    this.#apply(entry);
    this.#groups.delete(name);
    await this.#journal.append(entry);
    await group.segments.close();
    rmSync(join(this.#folder, group.definition.id), { recursive: true, force: true });
  }

  async putStream(of: string, stream: LogStream): Promise<void> {
    const entry: Entry = { streams: [stream], of };
    this.#apply(entry);
    await this.#journal.append(entry);
  }

  /** Adds lines to a stream that exists. */
  append(group: LogGroup, lines: readonly Omit<LogLine, "n">[], isDurable: boolean): Promise<void> {
    const first = group.segments.next;
    observe(
      group.streams,
      lines.map((line, index) => ({ n: first + index, ...line })),
    );
    return group.segments.append(lines, isDurable);
  }

  async close(): Promise<void> {
    await Promise.all(this.groups().map((group) => group.segments.close()));
    await this.#journal.close();
  }

  #openGroup(name: string): void {
    const found = this.#definitions.get(name);
    if (found === undefined) return;
    const { definition, streams } = found;
    const folder = join(this.#folder, definition.id);
    const segments =
      this.#groups.get(name)?.segments ??
      new LogSegments(folder, (lines, firstKept) => this.#sealed(name, lines, firstKept));
    observe(streams, segments.newest);
    this.#groups.set(name, { definition, streams, segments });
  }

  /** What is known of streams from a full segment is written down, so that no start has to read it. */
  #sealed(of: string, lines: readonly LogLine[], firstKept: number): void {
    const streams = this.#definitions.get(of)?.streams ?? new Map<string, LogStream>();
    const written = [...new Set(lines.map((line) => line.stream))].flatMap((name) => streams.get(name) ?? []);
    const forgotten = [...streams.values()].filter(({ lastLine = firstKept }) => lastLine < firstKept);
    const entries: Entry[] = [
      { streams: written, of },
      { streamsForgotten: forgotten.map(({ name }) => name), of },
    ];
    for (const entry of entries) {
      this.#apply(entry);
      void this.#journal.append(entry);
    }
  }

  #apply(entry: Entry): void {
    if ("group" in entry) {
      const streams = this.#definitions.get(entry.group.name)?.streams ?? new Map();
      this.#definitions.set(entry.group.name, { definition: entry.group, streams });
    } else if ("groupDeleted" in entry) {
      this.#definitions.delete(entry.groupDeleted);
    } else if ("streams" in entry) {
      const streams = this.#definitions.get(entry.of)?.streams;
      for (const stream of entry.streams) streams?.set(stream.name, stream);
    } else {
      const streams = this.#definitions.get(entry.of)?.streams;
      for (const name of entry.streamsForgotten) streams?.delete(name);
    }
  }

  *#entries(): Iterable<Entry> {
    for (const { definition, streams } of this.#definitions.values()) {
      yield { group: definition };
      if (streams.size > 0) yield { streams: [...streams.values()], of: definition.name };
    }
  }
}

function observe(streams: Map<string, LogStream>, lines: readonly LogLine[]): void {
  for (const { n, stream: name, at, taken } of lines) {
    const before = streams.get(name) ?? { name, createdAt: taken };
    streams.set(name, {
      ...before,
      firstAt: Math.min(before.firstAt ?? at, at),
      lastAt: Math.max(before.lastAt ?? at, at),
      takenAt: taken,
      lastLine: n,
    });
  }
}
