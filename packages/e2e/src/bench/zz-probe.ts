import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { lighthouseFlags } from "./lighthouse-report";
import { withStack } from "./own-stack";
import { withPhone } from "./phone";

const times = Number(process.env.TIMES ?? 1);
await withStack((stack) =>
  withPhone(
    "/usr/bin/chromium",
    stack,
    async (customer, context) => {
      await customer.enter();
      await customer.order("Flat white");
      const url = customer.page.url();
      for (let i = 0; i < times; i++) {
        await customer.page.goto("about:blank");
        const d = await context.newCDPSession(customer.page);
        await d.send("Network.clearBrowserCache");
        await d.detach();
        await promisify(execFile)("npx", [
          "--yes",
          "lighthouse@12.8.2",
          url,
          "--port=30490",
          "--disable-storage-reset",
          "--quiet",
          "--output=json",
          `--output-path=/tmp/lh${i}.json`,
          "--throttling.cpuSlowdownMultiplier=4",
        ]);
        const r = JSON.parse(readFileSync(`/tmp/lh${i}.json`, "utf8"));
        const v = (a: string) => Math.round(r.audits[a].numericValue);
        console.log(
          r.environment.benchmarkIndex,
          "score",
          r.categories.performance.score,
          "fcp",
          v("first-contentful-paint"),
          "si",
          v("speed-index"),
          "lcp",
          v("largest-contentful-paint"),
          "tbt",
          v("total-blocking-time"),
          "cls",
          r.audits["cumulative-layout-shift"].numericValue,
        );
        await customer.page.goto(url);
      }
    },
    lighthouseFlags,
  ),
);
