import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { chromium } from "@playwright/test";
import { z } from "zod";
import { ApiUser } from "../api-user";
import type { Stack } from "../stack";
import { enterAgain, orderIdOn } from "../tour-order";
import { CountingEngine } from "./counting-engine";
import type { Figure } from "./figure";
import { openScreens, type Screens } from "./live";
import { firstBenchPort, withStack } from "./own-stack";
import type { BenchOptions } from "./parts";
import { quiet } from "./phone";
import { type Billed, priceList, pricesOf, type Usage, usedBetween } from "./price-list";

const orders = 10;
const idleSeconds = 60;
/** How far apart orders come: so long the three screens stand there for each. */
const minutesAnOrder = 1;
const screens = 3;
const settleMs = 3_000;
const enginePort = firstBenchPort + 1570;

/**
 * What AWS would charge for 1,000 orders with one phone, barista and display attached: all that is billed is
 * counted while orders go all their way on real screens, and while the screens only stand there.
 */
export async function measurePrice({ browser }: BenchOptions): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "serverlesspresso-price-"));
  const engine = await CountingEngine.start(folder, enginePort);
  process.env.DYNAMODB_ENDPOINT = engine.url;
  const chrome = await chromium.launch({ executablePath: browser, args: [...quiet] });
  try {
    return await withStack(async (stack) => {
      const opened = await openScreens(chrome, stack);
      // Opening them has begun an order: without it no entering is missing from the others.
      await takeOrders(opened, stack, 1);
      const read = async (): Promise<Usage> => ({
        ...z.record(z.string(), z.number()).parse(await (await fetch(`${stack.awsUrl}/_local/meter`)).json()),
        "dynamodb.readUnits": engine.units.read,
        "dynamodb.writeUnits": engine.units.write,
      });
      const perOrder = await usedFor(read, orders, () => takeOrders(opened, stack, orders));
      await enterAgain(opened.customer);
      await opened.customer.order("Flat white", "Oat");
      await wait(settleMs);
      const perMinute = await usedFor(read, idleSeconds / 60, () => wait(idleSeconds * 1000));
      return figuresOf(perOrder, perMinute);
    });
  } finally {
    await chrome.close();
    delete process.env.DYNAMODB_ENDPOINT;
    engine.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What one of so many things that `act` does needs, with all that follows of it. */
async function usedFor(
  read: () => Promise<Usage>,
  count: number,
  act: () => Promise<unknown>,
): Promise<Usage> {
  const before = await read();
  await act();
  if (count >= 1) await wait(settleMs);
  const used = usedBetween(before, await read());
  return Object.fromEntries(Object.entries(used).map(([name, amount]) => [name, amount / count]));
}

async function takeOrders({ customer, barista }: Screens, stack: Stack, count: number): Promise<void> {
  const { page } = customer;
  const ana = await ApiUser.signIn(stack, barista.email);
  for (let left = count; left > 0; left -= 1) {
    await enterAgain(customer);
    const number = await customer.order("Flat white", "Oat");
    await barista.tap(number, "Make");
    await barista.tap(number, "Complete");
    await page
      .getByText(/is ready/)
      .first()
      .waitFor();
    await ana.must("POST", `/orders/${orderIdOn(customer)}/collect`);
    await page.getByText(/Enjoy it/).waitFor();
  }
}

function figuresOf(perOrder: Usage, perMinute: Usage): Figure[] {
  const minutes = 1000 * minutesAnOrder;
  const total: Usage = { "appsync.connectionMinutes": screens * minutes };
  for (const name of Object.keys(priceList) as Billed[]) {
    total[name] = (total[name] ?? 0) + 1000 * (perOrder[name] ?? 0) + minutes * (perMinute[name] ?? 0);
  }
  const prices = pricesOf(total);
  const figure = (name: string, value: number, unit: string) => ({ part: "", name, value, unit });
  const sum = prices.reduce((all, { price }) => all + price, 0);
  for (const { billed, amount, price } of prices) {
    const apart = `${(perOrder[billed] ?? 0).toFixed(1)} an order, ${(perMinute[billed] ?? 0).toFixed(1)} a minute`;
    console.log(
      `  $${price.toFixed(4)}  ${Math.round(amount).toLocaleString("en")} × ${priceList[billed].service} (${apart})`,
    );
  }
  return [
    {
      ...figure("states of an order that goes well", perOrder["states.transitions"] ?? Number.NaN, ""),
      budget: { atMost: 7 },
    },
    { ...figure("modelled price of 1,000 orders", sum, "$"), budget: { atMost: 0.3 } },
  ];
}
