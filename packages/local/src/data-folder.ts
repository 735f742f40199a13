import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { isRunning, startOf } from "./process-identity";

const markerName = "aws-on-one-machine.json";
const lockName = "machine.lock";
const Owner = z.object({ pid: z.number(), startedAt: z.string() });

/**
 * Takes the data folder for this process, creating it where it is missing. A lock whose process is
 * gone is taken over.
 * @returns how to give it back
 * @throws Error when another process uses the folder, or when it holds something that is not ours
 */
export function takeDataFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const marker = join(folder, markerName);
  if (!existsSync(marker)) {
    const [foreign] = readdirSync(folder).filter((name) => name !== lockName);
    if (foreign !== undefined) {
      throw new Error(`--data ${folder}: the folder holds "${foreign}" and is no data folder of ours`);
    }
  }
  const lock = join(folder, lockName);
  takeLock(folder, lock);
  writeFileSync(marker, `${JSON.stringify({ format: 1 })}\n`);
  return () => unlinkSync(lock);
}

/** Deletes everything in a folder that this process has taken. */
export function emptyDataFolder(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (name !== markerName && name !== lockName) rmSync(join(folder, name), { recursive: true });
  }
}

function takeLock(folder: string, lock: string): void {
  const stale = existsSync(lock) ? readFileSync(lock, "utf8") : undefined;
  if (stale !== undefined) {
    const owner = ownerOf(stale);
    if (owner !== undefined && isRunning(owner)) throw inUse(folder, owner.pid);
    // Moved before it is removed, so that of two processes which saw it stale only one removes it.
    const aside = `${lock}.${process.pid}`;
    renameSync(lock, aside);
    if (readFileSync(aside, "utf8") !== stale) {
      renameSync(aside, lock);
      throw inUse(folder, ownerOf(readFileSync(lock, "utf8"))?.pid);
    }
    unlinkSync(aside);
  }
  try {
    const me = { pid: process.pid, startedAt: startOf(process.pid) };
    writeFileSync(lock, JSON.stringify(me), { flag: "wx" });
  } catch {
    throw inUse(folder, ownerOf(readFileSync(lock, "utf8"))?.pid);
  }
}

function ownerOf(text: string): z.infer<typeof Owner> | undefined {
  try {
    return Owner.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function inUse(folder: string, pid: number | undefined): Error {
  return new Error(`--data ${folder}: the folder is in use by process ${pid ?? "(just starting)"}`);
}
