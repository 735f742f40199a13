import { type Barista, expect } from "./actors";
import { clearLine } from "./clear-line";
import { asked, cut, hang, refuse } from "./faults";
import { pastDay } from "./past-day";
import { heading, type See } from "./see";
import { shops } from "./seeds";

const address = ({ stack }: Barista, path: string, eventId: string) =>
  `${stack.baristaUrl}${path}?eventId=${eventId}`;

/** Opens a page behind the bar of one shop, signing in if that is asked for. */
export async function openBehindBar(barista: Barista, path: string, eventId: string): Promise<void> {
  const { page } = barista;
  await page.goto(address(barista, path, eventId));
  const signIn = page.getByRole("textbox", { name: "E-mail", exact: true });
  const inside = page.getByRole("navigation", { name: "Pages" });
  await expect(signIn.or(inside)).toBeVisible();
  if (await signIn.isVisible()) await barista.signIn();
  await expect(inside).toBeVisible();
}

/** Every state of the numbers: a day, its tables, an empty one, one that is being counted, one that is old. */
export async function seeNumbers(barista: Barista, see: See): Promise<void> {
  const { page } = barista;
  await openBehindBar(barista, "/numbers", shops.numbers);
  await page.getByLabel("Day", { exact: true }).fill(pastDay);
  await expect(page.getByRole("img", { name: /^By the hour/ })).toBeVisible();
  await expect(page.getByRole("main")).toHaveAttribute("aria-busy", "false");
  await see("numbers");
  for (const title of ["By the hour", "By drink", "Without a drink"]) {
    await page.getByRole("button", { name: `${title}: show the table` }).click();
  }
  await see("numbers-tables");
  await page.getByLabel("Day", { exact: true }).fill(dayBefore(pastDay));
  await heading(page, "No orders that day");
  await see("numbers-empty");
  const slow = await hang(page, asked.stats);
  await page.reload();
  await expect(page.getByRole("status", { name: "The numbers are being counted" })).toBeVisible();
  await see("numbers-loading");
  await slow();
  const gone = await cut(page, asked.stats);
  await page.reload();
  await heading(page, "The shop does not answer.");
  await see("numbers-offline");
  await gone();
  await seeStale(barista, see);
}

/** Numbers that nobody hears of any more: the page says so, and goes on when it does. */
async function seeStale({ page }: Barista, see: See): Promise<void> {
  await page.clock.install();
  await page.reload();
  await heading(page, "Today");
  await page.context().setOffline(true);
  await page.clock.runFor(20_000);
  await expect(page.getByText("These numbers are as they were.")).toBeVisible();
  await see("numbers-stale");
  await page.context().setOffline(false);
  await page.clock.resume();
  await expect(page.getByText("These numbers are as they were.")).toBeHidden();
}

/** Every state of the day's orders: all, one's journey, none, those that are being read. */
export async function seeOrders(barista: Barista, see: See): Promise<void> {
  const { page } = barista;
  await openBehindBar(barista, "/orders", shops.numbers);
  await page.getByLabel("Day", { exact: true }).fill(pastDay);
  const rows = page.getByRole("region", { name: "Orders found" }).getByRole("listitem");
  await expect(rows).toHaveCount(50);
  await see("orders");
  await rows.nth(1).getByRole("button").click();
  await expect(page.getByRole("list", { name: "Journey" })).toBeVisible();
  await see("orders-journey");
  await page.getByRole("textbox", { name: "Number" }).fill("999");
  await heading(page, "None like that");
  await see("orders-none");
  const slow = await hang(page, asked.shop);
  await page.reload();
  await expect(page.getByRole("status", { name: "The orders are being fetched" })).toBeVisible();
  await see("orders-loading");
  await slow();
}

/** A walk-up order: the shelf, a drink, one that is refused, its number. */
export async function seeWalkUp(barista: Barista, see: See): Promise<void> {
  const { page } = barista;
  await openBehindBar(barista, "/walk-up", "default");
  await expect(page.getByRole("radio", { name: "Latte", exact: true })).toBeVisible();
  await see("walk-up");
  await page.getByRole("radio", { name: "Latte", exact: true }).check();
  await page.getByRole("radio", { name: /^Oat/ }).check();
  await see("walk-up-drink");
  const full = await refuse(page, asked.submit, {
    code: "drink_unavailable",
    message: "Latte is not available now.",
  });
  await page.getByRole("button", { name: "Order", exact: true }).click();
  await expect(page.getByText("Not ordered")).toBeVisible();
  await see("walk-up-refused");
  await full();
  await page.getByRole("button", { name: "Order", exact: true }).click();
  await heading(page, /Tell them their number/);
  await see("walk-up-number");
  await clearLine(barista.stack);
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
