import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { BrowserContext } from "@playwright/test";
import { z } from "zod";
import type { Customer } from "../actors";
import type { Figure } from "./figure";
import { withStack } from "./own-stack";
import type { BenchOptions } from "./parts";
import { withPhone } from "./phone";
import { median } from "./statistics";

/** The last that runs on Node 20. Fetched when it is wanted: in the lock file it would weigh 190 MB. */
const version = "12.8.2";
const runs = 5;
const leastScore = 95;
const debuggingPort = 30_490;

const Report = z.object({
  categories: z.record(z.string(), z.object({ title: z.string(), score: z.number() })),
  audits: z.record(z.string(), z.looseObject({ numericValue: z.optional(z.number()) })),
});
type Report = z.infer<typeof Report>;

/** Lighthouse as a slow phone on a slow network, on the way in and, signed in, while choosing and following. */
export function measureLighthouse({ browser }: BenchOptions): Promise<Figure[]> {
  return withStack((stack) =>
    withPhone(
      browser,
      stack,
      async (customer, context) => {
        const entrance = await judge("way in", `${stack.customerUrl}/`, context);
        await customer.enter();
        const choosing = await judgeOpen("choosing", customer, context);
        await customer.order("Flat white");
        const following = await judgeOpen("following", customer, context);
        return [...entrance, ...choosing, ...following];
      },
      [`--remote-debugging-port=${debuggingPort}`],
    ),
  );
}

/** Judges the page that is open; nothing else of the app runs meanwhile. */
async function judgeOpen(name: string, { page }: Customer, context: BrowserContext): Promise<Figure[]> {
  const url = page.url();
  await page.goto("about:blank");
  const figures = await judge(name, url, context);
  await page.goto(url);
  return figures;
}

async function judge(name: string, url: string, context: BrowserContext): Promise<Figure[]> {
  const reports: Report[] = [];
  while (reports.length < runs) {
    await emptyCache(context);
    reports.push(await report(url));
  }
  const scores = Object.entries(reports[0]?.categories ?? {}).map(([id, { title }]): Figure => {
    const value = Math.round(100 * median(reports.map(({ categories }) => categories[id]?.score ?? 0)));
    return { part: "", name: `${name}: ${title}`, value, unit: "", budget: { atLeast: leastScore } };
  });
  const middle = (audit: string) => median(reports.map(({ audits }) => audits[audit]?.numericValue ?? 0));
  return [
    ...scores,
    { part: "", name: `${name}: largest paint`, value: middle("largest-contentful-paint"), unit: "ms" },
    { part: "", name: `${name}: blocked`, value: middle("total-blocking-time"), unit: "ms" },
  ];
}

/** Lighthouse empties it only together with the sign-in. */
async function emptyCache(context: BrowserContext): Promise<void> {
  const [page] = context.pages();
  if (page === undefined) throw new Error("the phone shows no page");
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.clearBrowserCache");
  await devtools.detach();
}

async function report(url: string): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), "serverlesspresso-lighthouse-"));
  const file = join(folder, "report.json");
  const flags = [`--port=${debuggingPort}`, "--disable-storage-reset", "--quiet"];
  try {
    await promisify(execFile)("npx", [
      ...["--yes", `lighthouse@${version}`, url, ...flags],
      ...["--output=json", `--output-path=${file}`],
    ]);
    return Report.parse(JSON.parse(readFileSync(file, "utf8")));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
