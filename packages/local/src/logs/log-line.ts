/** One log event as it lies on disk; the short names keep the files small. */
export interface LogLine {
  /** Counts up within a log group; tokens and event ids are made of it. */
  readonly n: number;
  readonly stream: string;
  /** ms since the epoch, as the writer gave it. */
  readonly at: number;
  /** ms since the epoch, when it was taken in. */
  readonly taken: number;
  readonly text: string;
}

/** AWS's event ids are long decimal numbers that grow. */
export function eventId(line: LogLine): string {
  return String(line.n).padStart(56, "0");
}
