import type { BrowserContext } from "@playwright/test";
import type { Customer } from "../actors";
import type { Figure } from "./figure";
import { lighthouseFlags, lighthouseReport, type Report } from "./lighthouse-report";
import { withStack } from "./own-stack";
import type { BenchOptions } from "./parts";
import { withPhone } from "./phone";
import { type PhoneProcessor, phoneProcessor } from "./phone-processor";
import { median } from "./statistics";

const runs = 5;
const leastScore = 95;

/** Lighthouse as a slow phone on a slow network, on the way in and, signed in, while choosing and following. */
export function measureLighthouse({ browser }: BenchOptions): Promise<Figure[]> {
  return withStack((stack) =>
    withPhone(
      browser,
      stack,
      async (customer, context) => {
        const processor = await phoneProcessor(stack.customerUrl);
        const entrance = await judge("way in", `${stack.customerUrl}/`, context, processor);
        await customer.enter();
        const choosing = await judgeOpen("choosing", customer, context, processor);
        await customer.order("Flat white");
        const following = await judgeOpen("following", customer, context, processor);
        return [...processor.figures, ...entrance, ...choosing, ...following];
      },
      lighthouseFlags,
    ),
  );
}

/** Judges the page that is open; nothing else of the app runs meanwhile. */
async function judgeOpen(
  name: string,
  { page }: Customer,
  context: BrowserContext,
  processor: PhoneProcessor,
): Promise<Figure[]> {
  const url = page.url();
  await page.goto("about:blank");
  const figures = await judge(name, url, context, processor);
  await page.goto(url);
  return figures;
}

async function judge(
  name: string,
  url: string,
  context: BrowserContext,
  { rate }: PhoneProcessor,
): Promise<Figure[]> {
  const reports: Report[] = [];
  while (reports.length < runs) {
    await emptyCache(context);
    reports.push(await lighthouseReport(url, [`--throttling.cpuSlowdownMultiplier=${rate}`]));
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
