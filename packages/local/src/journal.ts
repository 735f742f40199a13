import {
  closeSync,
  constants,
  existsSync,
  fdatasync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  write,
} from "node:fs";
import { dirname } from "node:path";
import { promisify } from "node:util";
import { ownerOnly, replaceFile, stopUnwritten, syncFolder } from "./durable-file";
import { readRecords, toLine } from "./record-line";

const writeAsync = promisify(write);
const syncAsync = promisify(fdatasync);

/**
 * On Linux a write to a file opened so is on disk when it answers: one call instead of two. Elsewhere that
 * promises less than a sync does.
 */
const syncsItself = process.platform === "linux" ? constants.O_DSYNC : 0;

export interface JournalUse<Entry> {
  /** Applies one record that the file holds. */
  replay(entry: Entry): void;
  /**
   * Entries that make the same state again. It may already hold what some later entries tell, so replaying
   * those once more must change nothing.
   */
  snapshot(): Iterable<Entry>;
  /** The file is replaced by the snapshot when it is larger than this, and than twice the last snapshot. */
  readonly compactAboveBytes: number;
}

/**
 * A durable list of records: `append` answers after the record is on disk. Appends that arrive
 * while a write is under way share the next one, so that a busy service pays one sync for many.
 * A write that fails ends the process: see `stopUnwritten`.
 */
export class Journal<Entry> {
  #waiting: { line: string; done: () => void }[] = [];
  #flushing: Promise<void> | undefined;
  #isClosed = false;
  #size: number;
  #compactAbove: number;

  private constructor(
    readonly file: string,
    private fd: number,
    size: number,
    private readonly use: JournalUse<Entry>,
  ) {
    this.#size = size;
    this.#compactAbove = use.compactAboveBytes;
    if (size > this.#compactAbove) this.#compact();
  }

  /**
   * Opens or creates the journal and replays every record it holds, oldest first.
   * @throws Error naming the file and the offset of damage that is no torn last record
   */
  static open<Entry>(file: string, use: JournalUse<Entry>): Journal<Entry> {
    const bytes = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
    const end = readRecords<Entry>(file, bytes, (entry) => use.replay(entry));
    const fd = openSync(file, constants.O_RDWR | constants.O_CREAT | syncsItself, ownerOnly);
    if (end < bytes.length) ftruncateSync(fd, end);
    fsyncSync(fd);
    syncFolder(dirname(file));
    return new Journal<Entry>(file, fd, end, use);
  }

  /** Bytes on disk. */
  get size(): number {
    return this.#size;
  }

  /** Resolves once the entry is durable. */
  async append(entry: Entry): Promise<void> {
    if (this.#isClosed) throw new Error(`${this.file} is closed`);
    const line = toLine(entry);
    await new Promise<void>((done) => {
      this.#waiting.push({ line, done });
      this.#flushing ??= this.#flush();
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    while (this.#flushing !== undefined) await this.#flushing;
    closeSync(this.fd);
  }

  async #flush(): Promise<void> {
    try {
      while (this.#waiting.length > 0) {
        const batch = this.#waiting;
        this.#waiting = [];
        await this.#write(Buffer.from(batch.map((each) => each.line).join("")));
        for (const each of batch) each.done();
        if (this.#size > this.#compactAbove) this.#compact();
      }
    } catch (cause) {
      this.#isClosed = true;
      stopUnwritten(this.file, cause);
    }
    this.#flushing = undefined;
  }

  async #write(bytes: Buffer): Promise<void> {
    for (let written = 0; written < bytes.length; ) {
      const at = this.#size + written;
      written += (await writeAsync(this.fd, bytes, written, bytes.length - written, at)).bytesWritten;
    }
    if (syncsItself === 0) await syncAsync(this.fd);
    this.#size += bytes.length;
  }

  #compact(): void {
    this.#size = replaceFile(this.file, lines(this.use.snapshot()));
    this.#compactAbove = Math.max(this.use.compactAboveBytes, 2 * this.#size);
    closeSync(this.fd);
    this.fd = openSync(this.file, constants.O_RDWR | syncsItself);
  }
}

function* lines(entries: Iterable<unknown>): Iterable<string> {
  for (const entry of entries) yield toLine(entry);
}
