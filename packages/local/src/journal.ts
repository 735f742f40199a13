import {
  closeSync,
  constants,
  existsSync,
  fdatasync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  renameSync,
  write,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import { promisify } from "node:util";
import { crc32 } from "node:zlib";

const writeAsync = promisify(write);
const syncAsync = promisify(fdatasync);

/**
 * On Linux a write to a file opened so is on disk when it answers: one call instead of two. Elsewhere that
 * promises less than a sync does.
 */
const syncsItself = process.platform === "linux" ? constants.O_DSYNC : 0;

/**
 * A durable list of records: `append` answers after the record is on disk. Appends that arrive
 * while a write is under way share the next one, so that a busy service pays one sync for many.
 * A line is `<crc32 in hex> <JSON>`; a torn last line is cut, any other damage stops the start.
 */
export class Journal<Entry> {
  #waiting: { line: string; done: () => void; failed: (cause: unknown) => void }[] = [];
  #flushing: Promise<void> | undefined;
  #size: number;

  private constructor(
    readonly file: string,
    private fd: number,
    size: number,
  ) {
    this.#size = size;
  }

  /**
   * Opens or creates the journal and hands every record it holds to `replay`, oldest first.
   * @throws Error naming the file and the offset where a record other than the last is damaged.
   */
  static open<Entry>(file: string, replay: (entry: Entry) => void): Journal<Entry> {
    const bytes = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
    let offset = 0;
    while (offset < bytes.length) {
      const end = bytes.indexOf(10, offset);
      const entry = end === -1 ? undefined : parseLine<Entry>(bytes.subarray(offset, end));
      if (entry === undefined) {
        if (end === -1 || end === bytes.length - 1) break;
        throw new Error(`${file} is damaged at offset ${offset}`);
      }
      replay(entry.value);
      offset = end + 1;
    }
    const fd = openSync(file, constants.O_RDWR | constants.O_CREAT | syncsItself, 0o666);
    ftruncateSync(fd, offset);
    fsyncSync(fd);
    syncFolder(file);
    return new Journal<Entry>(file, fd, offset);
  }

  /** Bytes on disk. */
  get size(): number {
    return this.#size;
  }

  /** Resolves once the entry is durable. */
  append(entry: Entry): Promise<void> {
    const line = toLine(entry);
    return new Promise((done, failed) => {
      this.#waiting.push({ line, done, failed });
      this.#flushing ??= this.#flush();
    });
  }

  /** Replaces the whole journal by `entries` in one step: a crash leaves the old or the new one. */
  async compact(entries: Iterable<Entry>): Promise<void> {
    // An append may begin a new flush before this goes on; what follows runs without a pause.
    while (this.#flushing !== undefined) await this.#flushing;
    const fd = openSync(`${this.file}.new`, "w");
    let size = 0;
    for (const entry of entries) size += writeSync(fd, toLine(entry), size);
    fsyncSync(fd);
    renameSync(`${this.file}.new`, this.file);
    syncFolder(this.file);
    closeSync(fd);
    closeSync(this.fd);
    this.fd = openSync(this.file, constants.O_RDWR | syncsItself);
    this.#size = size;
  }

  async close(): Promise<void> {
    while (this.#flushing !== undefined) await this.#flushing;
    closeSync(this.fd);
  }

  async #flush(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      try {
        const text = Buffer.from(batch.map((each) => each.line).join(""));
        let written = 0;
        while (written < text.length) {
          const { bytesWritten } = await writeAsync(
            this.fd,
            text,
            written,
            text.length - written,
            this.#size + written,
          );
          written += bytesWritten;
        }
        if (syncsItself === 0) await syncAsync(this.fd);
        this.#size += text.length;
        for (const each of batch) each.done();
      } catch (cause) {
        for (const each of batch) each.failed(cause);
      }
    }
    this.#flushing = undefined;
  }
}

function toLine(entry: unknown): string {
  const json = JSON.stringify(entry);
  return `${crc32(json).toString(16).padStart(8, "0")} ${json}\n`;
}

function parseLine<Entry>(line: Buffer): { value: Entry } | undefined {
  const json = line.subarray(9);
  if (line.length < 9 || crc32(json) !== Number.parseInt(line.subarray(0, 8).toString(), 16)) {
    return undefined;
  }
  return { value: JSON.parse(json.toString()) };
}

function syncFolder(file: string): void {
  const folder = openSync(dirname(file), "r");
  fsyncSync(folder);
  closeSync(folder);
}
