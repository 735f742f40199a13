import { closeSync, fsyncSync, openSync, renameSync, writeSync } from "node:fs";
import { dirname } from "node:path";

// Task tokens, addresses and codes stand in these files.
export const ownerOnly = 0o600;
const chunkBytes = 1_000_000;

/** Replaces a file in one step, durably: a crash leaves the old or the new one. */
export function replaceFile(file: string, texts: Iterable<string>): number {
  const fd = openSync(`${file}.new`, "w", ownerOnly);
  let size = 0;
  let chunk = "";
  const write = (): void => {
    const bytes = Buffer.from(chunk);
    for (let written = 0; written < bytes.length; ) written += writeSync(fd, bytes, written);
    size += bytes.length;
    chunk = "";
  };
  for (const text of texts) {
    chunk += text;
    if (chunk.length >= chunkBytes) write();
  }
  write();
  fsyncSync(fd);
  closeSync(fd);
  renameSync(`${file}.new`, file);
  syncFolder(dirname(file));
  return size;
}

/** A new, renamed or deleted file is durable only with its folder. */
export function syncFolder(folder: string): void {
  const fd = openSync(folder, "r");
  fsyncSync(fd);
  closeSync(fd);
}

/**
 * Ends the process: what was not written must not be acknowledged, and memory is already ahead of the disk.
 * The next start goes on from what is there.
 */
export function stopUnwritten(file: string, cause: unknown): void {
  const why = cause instanceof Error ? cause.message : String(cause);
  const error = new Error(`${file} cannot be written (${why}): stopped, nothing acknowledged is lost`);
  // Uncaught on purpose, whoever waits for the write.
  setImmediate(() => {
    throw error;
  });
}
