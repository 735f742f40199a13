import {
  closeSync,
  fdatasync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  write,
} from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import { AwsError } from "../aws-error";
import { ownerOnly, stopUnwritten, syncFolder } from "../durable-file";
import { damaged, readRecords, toLine } from "../record-line";
import type { LogLine } from "./log-line";
import { parseSegmentName, type SealedSegment, segmentName } from "./segment-name";

const writeAsync = promisify(write);
const syncAsync = promisify(fdatasync);

/** A log group keeps its newest 64 MB; older lines are dropped a segment at a time. */
const segmentBytes = 1_000_000;
const mostSegments = 64;

/** Lines of so long share one write: they can be read meanwhile, and nobody waits for them to be on disk. */
const gatherMs = 50;

interface Waiting {
  readonly lines: readonly LogLine[];
  readonly isDurable: boolean;
  done(): void;
}

export interface TimeRange {
  /** ms since the epoch, both inclusive */
  readonly from: number;
  readonly to: number;
}

/**
 * The lines of one log group on disk; only those of the newest segment are in memory too. A torn last line
 * is cut; other damage to the newest segment, or a full one of another size than its name says, stops the
 * start; damage within a full one is named when it is read.
 */
export class LogSegments {
  #sealed: SealedSegment[] = [];
  #lines: LogLine[] = [];
  #next = 0;
  #fd: number;
  #file: string;
  #size = 0;
  #waiting: Waiting[] = [];
  #flushing: Promise<void> | undefined;
  #isClosed = false;

  /**
   * @param onSealed told the lines of each segment that is full, and the first line still kept
   * @throws Error naming the file and the offset of damage
   */
  constructor(
    private readonly folder: string,
    private readonly onSealed: (lines: readonly LogLine[], firstKept: number) => void,
  ) {
    mkdirSync(folder, { recursive: true });
    const open: string[] = [];
    for (const name of readdirSync(folder).sort()) {
      const sealed = parseSegmentName(name);
      if (sealed === undefined) open.push(name);
      else this.#sealed.push(sealed);
    }
    for (const sealed of this.#sealed) requireWhole(sealed, folder);
    this.#next = (this.#sealed.at(-1)?.last ?? -1) + 1;
    const name = open.at(-1) ?? `${segmentName(this.#next)}.log`;
    this.#file = join(folder, name);
    this.#fd = openSync(this.#file, "a+", ownerOnly);
    syncFolder(folder);
    this.#recover();
  }

  /** The newest segment's lines. */
  get newest(): readonly LogLine[] {
    return this.#lines;
  }

  /** The number of the line that comes next. */
  get next(): number {
    return this.#next;
  }

  get storedBytes(): number {
    return this.#sealed.length * segmentBytes + this.#size;
  }

  /**
   * Adds lines in order. They can be read at once; resolves when they outlive a crash of the process,
   * and with `isDurable` one of the machine.
   * @throws AwsError ResourceNotFoundException once it is closed: its file may be another's by then
   */
  append(lines: readonly Omit<LogLine, "n">[], isDurable: boolean): Promise<void> {
    if (this.#isClosed)
      throw new AwsError("ResourceNotFoundException", "The specified log group does not exist.");
    const numbered = lines.map((line) => ({ n: this.#next++, ...line }));
    for (const line of numbered) this.#lines.push(line);
    return new Promise((done) => {
      this.#waiting.push({ lines: numbered, isDurable, done });
      this.#flushing ??= this.#flush();
    });
  }

  /** The lines from number `first` on, a segment at a time, as they are when it is called. */
  async *forward(first: number, range: TimeRange): AsyncGenerator<readonly LogLine[]> {
    const newest = [...this.#lines];
    for (const segment of this.#sealed.filter(({ last }) => last >= first)) {
      if (overlaps(segment, range))
        yield (await readSegment(segment, this.folder)).filter(({ n }) => n >= first);
    }
    yield newest.filter(({ n }) => n >= first);
  }

  /** The lines before number `end`, newest segment first, each in its order. */
  async *backward(end: number, range: TimeRange): AsyncGenerator<readonly LogLine[]> {
    const sealed = this.#sealed.filter(({ first }) => first < end);
    yield this.#lines.filter(({ n }) => n < end);
    for (const segment of sealed.reverse()) {
      if (overlaps(segment, range))
        yield (await readSegment(segment, this.folder)).filter(({ n }) => n < end);
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    while (this.#flushing !== undefined) await this.#flushing;
    closeSync(this.#fd);
  }

  #recover(): void {
    const bytes = readFileSync(this.#file);
    this.#size = readRecords<LogLine>(this.#file, bytes, (line) => this.#lines.push(line));
    if (this.#size < bytes.length) ftruncateSync(this.#fd, this.#size);
    this.#next = Math.max(this.#next, (this.#lines.at(-1)?.n ?? -1) + 1);
  }

  async #flush(): Promise<void> {
    try {
      while (this.#waiting.length > 0) {
        await wait(gatherMs);
        const batch = this.#waiting;
        this.#waiting = [];
        await this.#write(batch);
        for (const each of batch) each.done();
      }
    } catch (cause) {
      stopUnwritten(this.#file, cause);
    }
    this.#flushing = undefined;
  }

  async #write(batch: readonly Waiting[]): Promise<void> {
    const lines = batch.flatMap((each) => each.lines);
    const bytes = Buffer.from(lines.map(toLine).join(""));
    for (let written = 0; written < bytes.length; ) {
      written += (await writeAsync(this.#fd, bytes, written)).bytesWritten;
    }
    this.#size += bytes.length;
    const isFull = this.#size >= segmentBytes;
    if (isFull || batch.some((each) => each.isDurable)) await syncAsync(this.#fd);
    if (isFull) this.#seal(lines.at(-1)?.n ?? 0);
  }

  /** The lines up to `last` are written and become a segment of their own. */
  #seal(last: number): void {
    const lines = this.#lines.filter(({ n }) => n <= last);
    const times = lines.map(({ at }) => at);
    const bounds = { from: Math.floor(min(times)), to: Math.ceil(max(times)) };
    const sealed: SealedSegment = { first: lines[0]?.n ?? 0, last, ...bounds, bytes: this.#size };
    renameSync(this.#file, sealedFile(sealed, this.folder));
    closeSync(this.#fd);
    this.#file = join(this.folder, `${segmentName(last + 1)}.log`);
    this.#fd = openSync(this.#file, "a+", ownerOnly);
    syncFolder(this.folder);
    this.#size = 0;
    this.#lines = this.#lines.filter(({ n }) => n > last);
    this.#sealed = [...this.#sealed, sealed];
    for (const old of this.#sealed.splice(0, this.#sealed.length - mostSegments)) {
      rmSync(sealedFile(old, this.folder), { force: true });
    }
    this.onSealed(lines, this.#sealed[0]?.first ?? 0);
  }
}

function requireWhole(segment: SealedSegment, folder: string): void {
  const file = sealedFile(segment, folder);
  const { size } = statSync(file);
  if (size !== segment.bytes) {
    throw damaged(file, Math.min(size, segment.bytes), `it has ${size} bytes instead of ${segment.bytes}`);
  }
}

async function readSegment(segment: SealedSegment, folder: string): Promise<LogLine[]> {
  const file = sealedFile(segment, folder);
  const lines: LogLine[] = [];
  try {
    readRecords<LogLine>(file, await readFile(file), (line) => lines.push(line));
  } catch (cause) {
    // Dropped while it was being read.
    if (!(cause instanceof Error && "code" in cause && cause.code === "ENOENT")) throw cause;
  }
  return lines;
}

function sealedFile(segment: SealedSegment, folder: string): string {
  return join(folder, `${segmentName(segment.first, segment)}.log`);
}

function overlaps(segment: SealedSegment, range: TimeRange): boolean {
  return segment.to >= range.from && segment.from <= range.to;
}

function min(numbers: readonly number[]): number {
  return numbers.reduce((least, number) => Math.min(least, number), Number.MAX_SAFE_INTEGER);
}

function max(numbers: readonly number[]): number {
  return numbers.reduce((most, number) => Math.max(most, number), 0);
}
