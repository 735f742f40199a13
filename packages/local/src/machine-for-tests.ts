import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Clock } from "./clock";
import { Meter } from "./meter";
import type { AwsCalls, Machine } from "./service";

/** A folder of its own below the system's temporary one, and how to remove it. */
export function temporaryFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "aws-on-one-machine-"));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A machine without services: calls to others go to `call`. */
export function machineForTests(
  dataFolder: string,
  call: AwsCalls["call"] = async () => ({}),
): Machine & { lines: string[]; clock: Clock } {
  const lines: string[] = [];
  return {
    clock: new Clock(dataFolder),
    dataFolder,
    region: "us-east-1",
    account: "000000000000",
    aws: { call },
    meter: new Meter(),
    log: (line) => lines.push(line),
    lines,
  };
}
