import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";

/** The last that runs on Node 20. Fetched when it is wanted: in the lock file it would weigh 190 MB. */
const version = "12.8.2";
const debuggingPort = 30_490;

const Report = z.object({
  environment: z.object({ benchmarkIndex: z.number() }),
  categories: z.record(z.string(), z.object({ title: z.string(), score: z.nullable(z.number()) })),
  audits: z.record(z.string(), z.looseObject({ numericValue: z.optional(z.number()) })),
});
export type Report = z.infer<typeof Report>;

/** With these a browser lets Lighthouse judge its pages. */
export const lighthouseFlags = [`--remote-debugging-port=${debuggingPort}`] as const;

/** What Lighthouse says of a page in the browser that was started with `lighthouseFlags`, signed in as it is there. */
export async function lighthouseReport(url: string, flags: readonly string[] = []): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), "serverlesspresso-lighthouse-"));
  const file = join(folder, "report.json");
  try {
    await untilRecorded([
      ...["--yes", `lighthouse@${version}`, url, `--port=${debuggingPort}`],
      ...["--disable-storage-reset", "--quiet", "--output=json", `--output-path=${file}`],
      ...flags,
    ]);
    return Report.parse(JSON.parse(readFileSync(file, "utf8")));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const mostTries = 3;

/** At times it fails to record a page, which says nothing of it, and asks to be run again. */
async function untilRecorded(args: readonly string[]): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await promisify(execFile)("npx", args);
      return;
    } catch (error) {
      if (tries === mostTries || !/Please run Lighthouse again/.test(String(error))) throw error;
    }
  }
}
