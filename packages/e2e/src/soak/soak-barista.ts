import { writeFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { chromium, type Page } from "@playwright/test";
import { Machine } from "@serverlesspresso/simulator/node/machine";
import { apiOf } from "@serverlesspresso/simulator/node/people";
import { Random } from "@serverlesspresso/simulator/random";
import { ScaledClock } from "@serverlesspresso/simulator/robot-clock";
import { Barista } from "../actors";
import { setShop } from "../set-shop";
import { Stack } from "../stack";
import { lookAtQueue, wrongIn } from "./look-at-queue";
import { type Reading, slopeOf } from "./readings";
import { Rush } from "./rush";
import type { SoakOptions } from "./soak-options";
import { readPage } from "./watched-board";

const seed = 20261122;
const peakOrders = 1_200;
const staff = ["barista@example.com", "ben@example.com", "rita@example.com", "manager@example.com"];
const lookEveryMs = 1_000;
const readEveryHours = 0.25;
const mostBytesAnHour = 250_000;

/** What the screen showed over the day, and what it held. */
interface Watched {
  looks: number;
  mostOpen: number;
  readings: Reading[];
  faults: string[];
}

/** Keeps a barista's screen busy for a day of the shop, at which many order and in which many work. */
export async function soakBarista(options: SoakOptions): Promise<string[]> {
  const { browser: executablePath, hours, speed, json } = options;
  const stack = new Stack(0, ["--clock-rate", String(speed)]);
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  try {
    await stack.start();
    await setShop(stack, { limits: { maxOrdersInQueue: 500 } });
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 }, reducedMotion: "reduce" });
    await new Barista(page, stack, "barista@example.com").open();
    const clock = new ScaledClock(speed, await (await machineOf(stack)).now());
    const rush = new Rush(await hire(stack), clock, new Random(seed), { hours, peak: peakOrders });
    const watched = await watch(rush, clock, page);
    const faults = judge(rush, watched);
    if (json) writeFileSync(json, JSON.stringify({ hours, orders: rush.orders.length, ...watched }, null, 2));
    return faults;
  } finally {
    await browser.close();
    await stack.stop();
  }
}

function machineOf(stack: Stack): Promise<Machine> {
  return Machine.at(Number(new URL(stack.customerUrl).port));
}

async function hire(stack: Stack) {
  const machine = await machineOf(stack);
  const baristas = [];
  for (const email of staff) baristas.push(apiOf(machine, await machine.signIn(email)));
  return baristas;
}

async function watch(rush: Rush, clock: ScaledClock, page: Page): Promise<Watched> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Performance.enable");
  const began = clock.now();
  const hour = () => (clock.now() - began) / 3_600_000;
  const watched: Watched = { looks: 0, mostOpen: 0, readings: [], faults: [] };
  let isOver = false;
  const over = rush.run().finally(() => {
    isOver = true;
  });
  for (let nextReading = 0; !isOver; ) {
    const look = await lookAtQueue(page);
    watched.looks += 1;
    watched.mostOpen = Math.max(watched.mostOpen, look.open.length);
    for (const wrong of wrongIn(look, rush.orders))
      watched.faults.push(`At hour ${hour().toFixed(2)}, ${wrong}`);
    if (hour() >= nextReading) {
      nextReading = hour() + readEveryHours;
      const reading = await readPage(devtools, hour());
      watched.readings.push(reading);
      const megabytes = (reading.heapBytes / 1e6).toFixed(2);
      console.log(
        `${reading.hour.toFixed(2)} h: ${megabytes} MB, ${reading.nodes} nodes, ${look.open.length} open, ${rush.orders.length} orders, ${watched.faults.length} faults`,
      );
    }
    await wait(lookEveryMs);
  }
  await over;
  return watched;
}

function judge(rush: Rush, { looks, mostOpen, readings, faults }: Watched): string[] {
  const bytes = slopeOf(readings, ({ heapBytes }) => heapBytes);
  console.log(
    `${rush.orders.length} orders, at most ${mostOpen} open at once, looked at ${looks} times; the heap grows by ${Math.round(bytes / 1000)} kB an hour.`,
  );
  const lost = rush.trouble.map((error) => `An order failed: ${error}`);
  const grown = bytes > mostBytesAnHour ? [`The heap grows by ${(bytes / 1e6).toFixed(2)} MB an hour.`] : [];
  return [...faults, ...lost, ...grown];
}
