import { writeFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { chromium, type Page } from "@playwright/test";
import { Display } from "../actors";
import { ApiUser } from "../api-user";
import { roomyShop } from "../set-shop";
import { Stack } from "../stack";
import { callAs } from "../staff-call";
import { type Reading, slopeOf } from "./readings";
import type { SoakOptions } from "./soak-options";
import { noteNumbers, readPage } from "./watched-board";

/** The page's clock and the shop's go on together by so much; answers need real time to arrive. */
const stepSeconds = 4;
const answerMs = 15;
const orderEverySeconds = 180;
const readEverySeconds = 900;
/** Steps that an order takes until it is made, ready, collected. */
const paceSteps = 15;
const mostBytesAnHour = 1_000_000;

/** Keeps the shop's screen busy for hours of the shop's time: what it holds must not grow, and it misses no order. */
export async function soakDisplay({ hours, json, browser: executablePath }: SoakOptions): Promise<string[]> {
  const stack = new Stack(0);
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  try {
    await stack.start();
    await roomyShop(stack);
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 }, reducedMotion: "reduce" });
    const shown = await noteNumbers(page);
    await page.clock.install();
    await new Display(page, stack, "display@example.com").open();
    const { readings, numbers } = await runHours(stack, page, hours);
    const faults = judge(readings, numbers, await shown());
    if (json)
      writeFileSync(json, JSON.stringify({ hours, readings, orders: numbers.length, faults }, null, 2));
    return faults;
  } finally {
    await browser.close();
    await stack.stop();
  }
}

async function runHours(stack: Stack, page: Page, hours: number) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Performance.enable");
  const readings: Reading[] = [];
  const numbers: number[] = [];
  const open: { id: string; since: number }[] = [];
  const began = Date.now();
  for (let step = 0; step * stepSeconds < hours * 3600; step += 1) {
    const seconds = step * stepSeconds;
    if (seconds % orderEverySeconds === 0) {
      const { id, number } = await orderAs(stack, `soak.${step}@example.com`);
      open.push({ id, since: step });
      numbers.push(number);
    }
    await workOn(stack, open, step);
    if (seconds % readEverySeconds === 0) {
      const reading = await readPage(devtools, seconds / 3600, open.length);
      readings.push(reading);
      report(reading, numbers.length, began);
    }
    await stack.advance(stepSeconds);
    await page.clock.runFor(stepSeconds * 1000);
    await wait(answerMs);
  }
  // Whoever stands on the counter still is told of by one more snapshot.
  await wait(2_000);
  return { readings, numbers };
}

async function orderAs(stack: Stack, email: string): Promise<{ id: string; number: number }> {
  const guest = await ApiUser.signIn(stack, email);
  const id = await guest.enter();
  await guest.call("PUT", `/orders/${id}`, { drink: "flat-white", modifiers: [] });
  return { id, number: (await guest.order(id)).number ?? 0 };
}

const moves = ["make", "complete", "collect"] as const;

/** Each order is made, ready and collected at its pace. */
async function workOn(stack: Stack, open: { id: string; since: number }[], step: number): Promise<void> {
  for (const order of [...open]) {
    const age = step - order.since;
    const move = age % paceSteps === 0 ? moves[age / paceSteps - 1] : undefined;
    if (!move) continue;
    const headers = { "idempotency-key": `${order.id}-${move}` };
    await callAs(stack, "barista", {
      method: "POST",
      path: `/orders/${order.id}/${move}?eventId=default`,
      headers,
    });
    if (move === "collect") open.splice(open.indexOf(order), 1);
  }
}

function report({ hour, heapBytes, nodes, listeners }: Reading, orders: number, began: number): void {
  const minutes = ((Date.now() - began) / 60_000).toFixed(1);
  const megabytes = (heapBytes / 1e6).toFixed(2);
  console.log(
    `${hour.toFixed(2)} h: ${megabytes} MB, ${nodes} nodes, ${listeners} listeners, ${orders} orders (${minutes} min)`,
  );
}

function judge(
  readings: readonly Reading[],
  numbers: readonly number[],
  shown: Record<string, number[]>,
): string[] {
  const bytes = slopeOf(readings, ({ heapBytes }) => heapBytes);
  console.log(
    `The heap grows by ${Math.round(bytes / 1000)} kB an hour; ${numbers.length} orders were made.`,
  );
  const faults: string[] = [];
  if (bytes >= mostBytesAnHour) faults.push(`The heap grows by ${(bytes / 1e6).toFixed(2)} MB an hour.`);
  for (const [column, seen] of Object.entries(shown)) {
    // The last ones have not come so far.
    const missed = numbers.slice(0, -2).filter((number) => !seen.includes(number));
    if (missed.length > 0) faults.push(`${column} never showed ${missed.join(", ")}.`);
  }
  return faults;
}
