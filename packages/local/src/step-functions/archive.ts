import {
  closeSync,
  existsSync,
  fdatasync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  write,
} from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { ownerOnly, syncFolder } from "../durable-file";
import { damaged, parseRecord, toLine } from "../record-line";
import type { HistoryEvent } from "./history-event";
import type { ArchivePlace, ExecutionHeader } from "./ledger";

const writeAsync = promisify(write);
const syncAsync = promisify(fdatasync);
const segmentBytes = 4_000_000;

/** An execution as it is archived. */
export interface ArchivedExecution {
  readonly header: ExecutionHeader;
  readonly events: HistoryEvent[];
}

/** The histories of finished executions on disk. Where each lies is the journal's to know. */
export class Archive {
  #fd: number;

  private constructor(
    private readonly folder: string,
    private segment: number,
    private size: number,
  ) {
    this.#fd = openSync(this.#file(segment), "a", ownerOnly);
    ftruncateSync(this.#fd, size);
    syncFolder(folder);
  }

  /**
   * Opens the archive of which the journal knows these places; whatever else lies there was never told of.
   * @throws Error naming the file and the offset where one of them is cut off
   */
  static open(folder: string, places: Iterable<ArchivePlace>): Archive {
    mkdirSync(folder, { recursive: true });
    const ends = new Map<number, number>();
    for (const { segment, offset, length } of places) {
      ends.set(segment, Math.max(ends.get(segment) ?? 0, offset + length));
    }
    for (const [segment, end] of ends) {
      const file = segmentFile(folder, segment);
      const size = existsSync(file) ? statSync(file).size : 0;
      if (size < end) throw damaged(file, size, "the rest of it is missing");
    }
    const newest = Math.max(1, ...ends.keys());
    for (const name of readdirSync(folder)) {
      if (!ends.has(Number.parseInt(name, 10))) rmSync(join(folder, name));
    }
    return new Archive(folder, newest, ends.get(newest) ?? 0);
  }

  /** Resolves with where each lies, once they are durable. */
  async append(executions: readonly ArchivedExecution[]): Promise<ArchivePlace[]> {
    if (this.size >= segmentBytes) this.#startSegment();
    const lines = executions.map((each) => Buffer.from(toLine(each)));
    let offset = this.size;
    const places = lines.map(({ length }) => {
      const place = { segment: this.segment, offset, length };
      offset += length;
      return place;
    });
    const bytes = Buffer.concat(lines);
    for (let written = 0; written < bytes.length; ) {
      written += (await writeAsync(this.#fd, bytes, written)).bytesWritten;
    }
    await syncAsync(this.#fd);
    this.size = offset;
    return places;
  }

  /** @throws Error naming the file and the offset where it is damaged */
  async read({ segment, offset, length }: ArchivePlace): Promise<ArchivedExecution> {
    const path = this.#file(segment);
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset);
      return parseRecord(buffer.subarray(0, Math.max(bytesRead - 1, 0)));
    } catch (cause) {
      throw damaged(path, offset, cause);
    } finally {
      await file.close();
    }
  }

  /** The segment that is being written. */
  get current(): number {
    return this.segment;
  }

  get file(): string {
    return this.#file(this.segment);
  }

  drop(segment: number): void {
    rmSync(this.#file(segment), { force: true });
  }

  close(): void {
    closeSync(this.#fd);
  }

  #startSegment(): void {
    closeSync(this.#fd);
    this.segment += 1;
    this.size = 0;
    this.#fd = openSync(this.#file(this.segment), "a", ownerOnly);
    syncFolder(this.folder);
  }

  #file(segment: number): string {
    return segmentFile(this.folder, segment);
  }
}

function segmentFile(folder: string, segment: number): string {
  return join(folder, `${String(segment).padStart(6, "0")}.archive`);
}
