import { writeFileSync } from "node:fs";
import { chromium } from "@playwright/test";
import { Machine } from "@serverlesspresso/simulator/node/machine";
import { apiOf } from "@serverlesspresso/simulator/node/people";
import { Random } from "@serverlesspresso/simulator/random";
import { ScaledClock } from "@serverlesspresso/simulator/robot-clock";
import { Barista } from "../actors";
import { setShop } from "../set-shop";
import { Stack } from "../stack";
import { handsAt } from "./hands";
import { judgeQueue } from "./judge-queue";
import { slopeOf } from "./readings";
import { Rush } from "./rush";
import type { SoakOptions } from "./soak-options";
import { untilMorning } from "./until-morning";
import { watchQueue } from "./watch-queue";

const seed = 20261122;
const peakOrders = 1_200;
const staff = ["barista@example.com", "ben@example.com", "rita@example.com", "manager@example.com"];

/** Keeps a barista's screen busy for a day of the shop, at which many order and in which many work. */
export async function soakBarista(options: SoakOptions): Promise<string[]> {
  const { browser: executablePath, hours, speed, json } = options;
  const stack = new Stack(0, ["--clock-rate", String(speed)]);
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  try {
    await stack.start();
    const machine = await Machine.at(Number(new URL(stack.customerUrl).port));
    // Numbers begin anew at midnight: a day that held one would have two orders of one number.
    await stack.advance(untilMorning(await machine.now()));
    await setShop(stack, { limits: { maxOrdersInQueue: 500 } });
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 }, reducedMotion: "reduce" });
    const barista = new Barista(page, stack, "barista@example.com");
    await barista.open();
    const baristas = [];
    for (const email of staff) baristas.push(apiOf(machine, await machine.signIn(email)));
    const [ana] = baristas;
    if (!ana) throw new Error("Nobody works.");
    const clock = new ScaledClock(speed, await machine.now());
    const plan = { hours, peak: peakOrders };
    const rush = new Rush(baristas, handsAt(barista, ana), clock, new Random(seed), plan);
    const watched = await watchQueue(page, rush, clock, ana);
    const faults = judgeQueue(rush, watched);
    const { readings, kinds, looks, mostOpen } = watched;
    const growth = slopeOf(readings, ({ heapBytes }) => heapBytes);
    console.log(
      `${rush.orders.length} orders, at most ${mostOpen} open at once, looked at ${looks} times; the heap grows by ${Math.round(growth / 1000)} kB an hour.`,
    );
    if (json) {
      const told = { hours, orders: rush.orders.length, looks, mostOpen, readings, kinds, faults };
      writeFileSync(json, JSON.stringify(told, null, 2));
    }
    return faults;
  } finally {
    await browser.close();
    await stack.stop();
  }
}
