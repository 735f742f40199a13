import { readFileSync } from "node:fs";
import { nextShopDay } from "@serverlesspresso/contracts/shop";
import { DayStats } from "@serverlesspresso/contracts/stats";
import { type Barista, expect, test } from "./actors";
import { ApiUser } from "./api-user";
import { hasNoViolation } from "./axe";
import { clock, fileRows, percentile, tableOf, waitOf } from "./day-figures";
import { pastDay, pastOrders } from "./past-day";
import { fitsNarrow } from "./reflow";
import { heading } from "./see";
import { shops } from "./seeds";
import { readShop } from "./set-shop";
import type { Stack } from "./stack";
import { openBehindBar } from "./tour-day";

const shop = shops.numbers;

/** The day's clock is moved on by less than an hour: not over midnight. */
async function startsWithinADay(stack: Stack): Promise<void> {
  const { serverTime, timeZone } = await readShop(stack, shop);
  const midnight = nextShopDay(new Date(serverTime), timeZone).getTime();
  const left = (midnight - Date.parse(serverTime)) / 1000;
  if (left < 3600) await stack.advance(left + 60);
}

/** Somebody orders in the shop of the numbers. */
async function ordered(stack: Stack, drink: string): Promise<{ guest: ApiUser; id: string }> {
  const address = `numbers.${Math.random().toString(36).slice(2)}@example.com`;
  const guest = await ApiUser.signIn(stack, address, shop);
  const id = await guest.enter();
  expect((await guest.call("PUT", `/orders/${id}`, { drink })).status).toBe(200);
  return { guest, id };
}

async function statsOf(ana: ApiUser, day?: string): Promise<DayStats> {
  return DayStats.parse((await ana.call("GET", day === undefined ? "/stats" : `/stats?day=${day}`)).body);
}

/** What stands under a name among the big figures, as it is seen. */
function figure({ page }: Barista, name: string) {
  return page.locator("dl > div").filter({ hasText: name }).locator("dd").first();
}

test("B10 known orders give exactly their figures: to the API, on the page, in each table and in the file", async ({
  barista,
  stack,
}) => {
  test.setTimeout(150_000);
  const { page } = barista;
  await startsWithinADay(stack);
  const ana = await ApiUser.signIn(stack, "barista@example.com", shop);
  const never = await ApiUser.signIn(stack, `never.${Date.now()}@example.com`, shop);
  await never.enter();
  await stack.advance(600);
  const waits: Record<string, number[]> = { espresso: [], latte: [] };
  for (const [drink, seconds] of [
    ["espresso", 40],
    ["latte", 95],
    ["latte", 260],
    ["latte", 60],
  ] as const) {
    const { guest, id } = await ordered(stack, drink);
    await stack.advance(seconds);
    await ana.must("POST", `/orders/${id}/complete`);
    // A repeat is no second drink, and being taken back and made again is one longer wait.
    await ana.must("POST", `/orders/${id}/recall`);
    await ana.must("POST", `/orders/${id}/complete`);
    await ana.must("POST", `/orders/${id}/collect`);
    waits[drink]?.push(waitOf(await guest.order(id)));
  }
  const called = await ordered(stack, "latte");
  await ana.must("POST", `/orders/${called.id}/cancel`, { reason: "No milk, none at all" });
  const left = await ordered(stack, "espresso");
  await left.guest.call("POST", `/orders/${left.id}/cancel`);
  const open = await ordered(stack, "latte");
  await stack.advance(400);

  const all = Object.values(waits).flat();
  const waitsOf = (some: number[]) => ({
    count: some.length,
    p50Seconds: percentile(some, 50),
    p90Seconds: percentile(some, 90),
  });
  const expected = {
    open: 1,
    ordered: 7,
    wait: waitsOf(all),
    drinks: [
      { drink: "latte", ordered: 5, wait: waitsOf(waits.latte ?? []) },
      { drink: "espresso", ordered: 2, wait: waitsOf(waits.espresso ?? []) },
    ],
    endings: [
      { cause: "barista", submitted: true, reason: "No milk, none at all", count: 1 },
      { cause: "customer", submitted: true, reason: null, count: 1 },
      { cause: "timeout", submitted: false, reason: null, count: 1 },
    ],
  };
  await expect.poll(async () => (await statsOf(ana)).endings).toEqual(expected.endings);
  const stats = await statsOf(ana);
  expect(stats).toMatchObject(expected);
  expect(stats.hours.reduce((sum, hour) => sum + hour.ordered, 0)).toBe(7);

  await openBehindBar(barista, "/numbers", shop);
  await expect(figure(barista, "Open now")).toHaveText("1");
  await expect(figure(barista, "Ordered")).toHaveText("7");
  await expect(figure(barista, "Half waited")).toContainText(clock(expected.wait.p50Seconds));
  await expect(figure(barista, "Nine of ten")).toContainText(clock(expected.wait.p90Seconds));
  await expect(figure(barista, "Without a drink")).toHaveText("3");
  await hasNoViolation(page, "numbers");
  await fitsNarrow(page, "numbers");
  const drinks = await tableOf(page, "By drink");
  expect(drinks).toEqual(
    expected.drinks.map(({ drink, ordered: count, wait }) => [
      drink === "latte" ? "Latte" : "Espresso",
      String(count),
      String(wait.count),
      clock(wait.p50Seconds),
      clock(wait.p90Seconds),
    ]),
  );
  expect(await tableOf(page, "Without a drink")).toEqual([
    ["No milk, none at all", "1"],
    ["Called off by the customer", "1"],
    ["Nothing chosen in time", "1"],
  ]);
  const hours = await tableOf(page, "By the hour");
  await hasNoViolation(page, "numbers as tables");

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "CSV" }).click();
  const kept = await download;
  expect(kept.suggestedFilename()).toBe(`numbers-${stats.day}.csv`);
  const file = readFileSync(await kept.path(), "utf8");
  expect(fileRows(file, "drink")).toEqual(drinks);
  expect(fileRows(file, "hour")).toEqual(hours);
  expect(file).toContain('"No milk, none at all",1,,,');

  // It goes on by itself.
  await ana.must("POST", `/orders/${open.id}/complete`);
  await expect(figure(barista, "Open now")).toHaveText("0");
  await ana.must("POST", `/orders/${open.id}/collect`);
});

test("B10 any past day has its figures, and a day without orders says so", async ({ barista, stack }) => {
  const { page } = barista;
  const ana = await ApiUser.signIn(stack, "barista@example.com", shop);
  const submitted = pastOrders.filter(({ number }) => number !== null);
  const waits = submitted.flatMap(({ waitSeconds }) => waitSeconds ?? []);
  const expected = {
    open: null,
    ordered: submitted.length,
    wait: { count: waits.length, p50Seconds: percentile(waits, 50), p90Seconds: percentile(waits, 90) },
  };
  expect(await statsOf(ana, pastDay)).toMatchObject(expected);
  await openBehindBar(barista, "/numbers", shop);
  await page.getByLabel("Day", { exact: true }).fill(pastDay);
  await expect(figure(barista, "Ordered")).toHaveText(String(submitted.length));
  const hours = [...new Set(submitted.map(({ hour }) => hour))];
  const shown = await tableOf(page, "By the hour");
  expect(shown.map(([hour, count]) => [hour, count])).toEqual(
    hours.map((hour) => [hour, String(submitted.filter((order) => order.hour === hour).length)]),
  );
  await page.getByRole("button", { name: /^Back to/ }).click();
  await heading(page, "No orders that day");
  await expect(page.getByRole("button", { name: "CSV" })).toBeDisabled();
  await hasNoViolation(page, "numbers of an empty day");
});
