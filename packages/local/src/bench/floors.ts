import { closeSync, constants, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";

const appends = 400;

/** How many records a second this disk takes one after the other, each synced before the next. */
export function syncedAppendsPerSecond(folder: string): number {
  const file = join(folder, "floor");
  const fd = openSync(file, constants.O_WRONLY | constants.O_CREAT | constants.O_DSYNC);
  const record = Buffer.alloc(500, "x");
  const began = performance.now();
  for (let n = 0; n < appends; n += 1) writeSync(fd, record, 0, record.length, n * record.length);
  const perSecond = (appends * 1000) / (performance.now() - began);
  closeSync(fd);
  rmSync(file);
  return perSecond;
}

/** The value below which the share `part` (0 to 1) of the values lies. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN;
}
