import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";

/** Where each stack leaves how much was looked through, for the one line at the end of the run. */
export const scansFolder = fileURLToPath(new URL("../../../test-results/scans", import.meta.url));

const Totals = z.record(z.string(), z.number());

/** At the end of the whole run: how much was looked through for secrets. */
export default function reportScans(): void {
  if (!existsSync(scansFolder)) return;
  const scans = readdirSync(scansFolder).map((file) =>
    Totals.parse(JSON.parse(readFileSync(join(scansFolder, file), "utf8"))),
  );
  const sum = (name: string) => scans.reduce((total, scan) => total + (scan[name] ?? 0), 0);
  const list = (names: string[]) => names.map((name) => `${sum(name)} ${name}`).join(", ");
  console.log(
    `Looked for secrets in ${list(["answers", "frames", "logLines"])} of ${scans.length} stacks ` +
      `(${list(["taskTokens", "codes", "customers"])} known; ${sum("unread")} answers unreadable).`,
  );
}
