import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { replaceFile } from "./durable-file";
import { isRunning, type ProcessIdentity, startOf } from "./process-identity";

const markerName = "aws-on-one-machine.json";
const lockPrefix = "machine.lock.";
/** The fixtures whose items were put once. */
export const appliedName = "fixtures-applied.json";
/** Of the files in the folder; a folder with another one is not read. */
const format = 2;
const Marker = z.object({ format: z.literal(format) });

/**
 * Takes the data folder for this process, creating it where it is missing.
 * @returns how to give it back
 * @throws Error when another process uses the folder, or when it holds something that is not ours
 */
export function takeDataFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  if (!existsSync(join(folder, markerName))) {
    const [foreign] = readdirSync(folder).filter((name) => !isOurs(name));
    if (foreign !== undefined) {
      throw new Error(`--data ${folder}: the folder holds "${foreign}" and is no data folder of ours`);
    }
  }
  return takeLock(folder);
}

/** Deletes everything in a folder that this process has taken, whichever version wrote it. */
export function emptyDataFolder(folder: string): void {
  // First: killed before the rest is gone, the next start must put the fixtures anew.
  rmSync(join(folder, appliedName), { force: true });
  for (const name of readdirSync(folder)) {
    if (!isOurs(name)) rmSync(join(folder, name), { recursive: true });
  }
  rmSync(join(folder, markerName), { force: true });
}

/**
 * Marks a folder that this process has taken as one that this version can read.
 * @throws Error when another version has written it
 */
export function markDataFolder(folder: string): void {
  const marker = join(folder, markerName);
  if (!existsSync(marker)) {
    replaceFile(marker, [`${JSON.stringify({ format })}\n`]);
    return;
  }
  if (Marker.safeParse(parseJson(readFileSync(marker, "utf8"))).success) return;
  throw new Error(`--data ${folder}: another version has written this folder; --reset empties it`);
}

/**
 * Each process puts up a lock of its own and then looks for others. Of two that start at once each sees the
 * other's or is seen by it, so never both go on; it may be neither.
 */
function takeLock(folder: string): () => void {
  const own = lockName({ pid: process.pid, startedAt: startOf(process.pid) ?? "" });
  try {
    writeFileSync(join(folder, own), "", { flag: "wx" });
  } catch {
    throw inUse(folder, process.pid);
  }
  const release = (): void => unlinkSync(join(folder, own));
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(lockPrefix) || name === own) continue;
    const owner = ownerOf(name);
    if (isRunning(owner)) {
      release();
      throw inUse(folder, owner.pid);
    }
    // Nobody can be using it: its name tells one process of all that ever were.
    rmSync(join(folder, name), { force: true });
  }
  return release;
}

function inUse(folder: string, pid: number): Error {
  return new Error(`--data ${folder}: the folder is in use by process ${pid}`);
}

function lockName({ pid, startedAt }: ProcessIdentity): string {
  return `${lockPrefix}${pid}.${encodeURIComponent(startedAt)}`;
}

function ownerOf(name: string): ProcessIdentity {
  const [pid = "", startedAt = ""] = name.slice(lockPrefix.length).split(".");
  return { pid: Number(pid), startedAt: decodeURIComponent(startedAt) };
}

function isOurs(name: string): boolean {
  return name.startsWith(lockPrefix) || name.startsWith(markerName);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
