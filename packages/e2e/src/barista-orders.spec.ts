import { FoundOrders } from "@serverlesspresso/contracts/found-orders";
import { type Barista, expect, test } from "./actors";
import { ApiUser } from "./api-user";
import { hasNoViolation } from "./axe";
import { asked, loseAnswers } from "./faults";
import { pastDay } from "./past-day";
import { fitsNarrow } from "./reflow";
import { heading } from "./see";
import { shops } from "./seeds";
import { openBehindBar } from "./tour-day";

const rowsOf = ({ page }: Barista) =>
  page.getByRole("region", { name: "Orders found" }).getByRole("listitem");

/** Takes a drink from the shelf for somebody at the counter; answers the number to tell them. */
async function walkUp({ page }: Barista, drink: string): Promise<number> {
  await page.getByRole("radio", { name: drink, exact: true }).check();
  await page.getByRole("button", { name: "Order", exact: true }).click();
  await heading(page, /Tell them their number/);
  return Number(await page.getByTestId("walk-up-number").innerText());
}

test("any order is found by its number, its drink and its day, with its whole journey", async ({
  barista,
}) => {
  const { page } = barista;
  await openBehindBar(barista, "/orders", shops.numbers);
  await page.getByLabel("Day", { exact: true }).fill(pastDay);
  const rows = rowsOf(barista);
  await expect(rows).toHaveCount(50);
  await expect(rows.first()).toContainText(/66.*Latte/);
  await page.getByRole("button", { name: "Older orders" }).click();
  await expect(rows).toHaveCount(66);
  await hasNoViolation(page, "orders");

  await page.getByRole("combobox", { name: "Drink" }).selectOption("Cappuccino");
  await expect(rows).toHaveCount(8);
  await page.getByRole("textbox", { name: "Number" }).fill("5");
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText("Cappuccino");
  await page.getByRole("combobox", { name: "Drink" }).selectOption("Any drink");
  await page.getByRole("textbox", { name: "Number" }).fill("8");
  await expect(rows).toContainText(/^8/);
  await rows.getByRole("button").click();
  const journey = page.getByRole("list", { name: "Journey" }).getByRole("listitem");
  await expect(journey).toHaveText([
    /Asked for a place.*Customer/,
    /time to choose.*The shop/,
    /Number 8.*ordered.*Customer/,
    /Cancelled by a barista: The oat milk has run out.*Barista/,
  ]);
  await hasNoViolation(page, "an order's journey");
  await page.getByRole("textbox", { name: "Number" }).fill("999");
  await heading(page, "None like that");
  await fitsNarrow(page, "orders");
});

test("a walk-up is ordered in three taps, made, called out and collected, and counts for nobody's day", async ({
  barista,
  display,
  stack,
}) => {
  const { page } = barista;
  await Promise.all([openBehindBar(barista, "/orders", "default"), display.open()]);
  await page.getByRole("link", { name: "Walk-up order" }).click();
  const number = await walkUp(barista, "Flat white");
  await expect(display.shows(number, "Preparing")).toBeVisible();
  await hasNoViolation(page, "a walk-up's number");
  await page.getByRole("link", { name: "To the queue" }).click();
  await barista.tap(number, "Make");
  await barista.tap(number, "Complete");
  await expect(display.shows(number, "Ready")).toBeVisible();
  await barista.tap(number, "Collect");
  await expect(display.shows(number, "Ready")).toBeHidden();

  await page.getByRole("link", { name: "Orders", exact: true }).click();
  await page.getByRole("textbox", { name: "Number" }).fill(String(number));
  await expect(rowsOf(barista)).toHaveCount(1);
  await expect(rowsOf(barista)).toContainText(/Flat white.*Collected, made by Ana/);
  await rowsOf(barista).getByRole("button").click();
  const journey = page.getByRole("list", { name: "Journey" }).getByRole("listitem");
  await expect(journey.first()).toContainText("Ana");
  await expect(journey.last()).toHaveText(/Collected\..*Ana/);

  // One guest has one order a day in this shop; its baristas serve whoever comes.
  await openBehindBar(barista, "/walk-up", shops.counter);
  const first = await walkUp(barista, "Latte");
  await page.getByRole("button", { name: "Next walk-up" }).click();
  expect(await walkUp(barista, "Espresso")).toBe(first + 1);
  const guest = await ApiUser.signIn(stack, "barista@example.com", shops.counter);
  expect((await guest.redeem()).status).toBe(200);
});

test("a walk-up whose answers are lost is one order all the same", async ({ barista, stack }) => {
  const { page } = barista;
  await openBehindBar(barista, "/walk-up", shops.counter);
  const begun = await loseAnswers(page, asked.beginWalkUp, 1);
  const submitted = await loseAnswers(page, asked.submit, 1);
  const number = await walkUp(barista, "Cappuccino");
  expect([begun.count, submitted.count]).toEqual([1, 1]);
  const ana = await ApiUser.signIn(stack, "barista@example.com", shops.counter);
  const { orders } = FoundOrders.parse((await ana.call("GET", "/orders?drink=cappuccino")).body);
  expect(orders.map((order) => order.number)).toEqual([number]);
});

test("a bar that is full or closed has no walk-up either, and says why", async ({ barista }) => {
  const { page } = barista;
  for (const [shop, why] of [
    [shops.full, "The bar is full"],
    [shops.closed, "The shop is closed: it takes no orders now"],
  ] as const) {
    await openBehindBar(barista, "/walk-up", shop);
    await page.getByRole("radio", { name: "Espresso", exact: true }).check();
    await page.getByRole("button", { name: "Order", exact: true }).click();
    await expect(page.getByText(why)).toBeVisible();
  }
  await hasNoViolation(page, "a refused walk-up");
  await fitsNarrow(page, "a refused walk-up");
});
