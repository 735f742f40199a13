import { writeFileSync } from "node:fs";
import { chromium } from "@playwright/test";
import { Display } from "../actors";
import { roomyShop, setShop } from "../set-shop";
import { Stack } from "../stack";
import { judgeHeap } from "./readings";
import { ShopWeek } from "./shop-week";
import type { SoakOptions } from "./soak-options";
import { TwoClocks } from "./two-clocks";

/** Keeps the shop's screen busy for days of the shop's time: what it holds must not grow, and it misses no order. */
export async function soakDisplay({ hours, json, browser: executablePath }: SoakOptions): Promise<string[]> {
  const stack = new Stack(0);
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  try {
    await stack.start();
    await roomyShop(stack);
    await setShop(stack, { limits: { maxOrdersInQueue: 100 } });
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 }, reducedMotion: "reduce" });
    const clocks = await TwoClocks.of(page, stack);
    const week = await ShopWeek.of({ page, stack, clocks, hours });
    await new Display(page, stack, "display@example.com").open();
    await week.run();
    const { days, orders, scans, heap } = week;
    const faults = [...week.faults, ...judgeHeap(heap.readings)];
    console.log(
      `${orders} orders on ${days} days, ${scans} of them by a code read off the screen; ${faults.length} faults.`,
    );
    if (json)
      writeFileSync(
        json,
        JSON.stringify({ hours, readings: heap.readings, days, orders, scans, faults }, null, 2),
      );
    return faults;
  } finally {
    await browser.close();
    await stack.stop();
  }
}
