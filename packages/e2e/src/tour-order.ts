import type { Menu } from "@serverlesspresso/contracts/menu";
import { type Customer, expect } from "./actors";
import type { ApiUser } from "./api-user";
import { alter, asked, cut, hang, refuse } from "./faults";
import { heading, type See } from "./see";
import { shopCode } from "./shop-code";

/** The customer's order whose page is open. */
export function orderIdOn({ page }: Customer): string {
  return new URL(page.url()).searchParams.get("id") ?? "";
}

/** Comes in once more, signed in; ends where a drink is chosen. */
export async function enterAgain({ page, stack }: Customer): Promise<void> {
  await page.goto(`${stack.customerUrl}/?code=${await shopCode(stack)}`);
  await expect(page.getByRole("button", { name: "Order", exact: true })).toBeVisible();
}

/** Choosing: an empty shelf, a cup taken, what is sold out, a choice that is refused or not sent yet. */
export async function seeChoice(customer: Customer, see: See): Promise<void> {
  const { page } = customer;
  const orderButton = page.getByRole("button", { name: "Order", exact: true });
  const flatWhite = page.getByRole("radio", { name: /^Flat white/ });
  await expect(orderButton).toBeVisible();
  await see("choose");
  await flatWhite.click();
  await page.getByRole("radio", { name: /^Oat/ }).check();
  await see("choose-options");
  await page.getByRole("radio", { name: /^Whole/ }).check();

  const soldOut = await alter(page, asked.shop, sellOut);
  await page.reload();
  await expect(orderButton).toBeVisible();
  await see("choose-sold-out-shelf");
  await flatWhite.click();
  await expect(page.getByText("Whole milk is sold out just now")).toBeVisible();
  await see("choose-sold-out");
  await soldOut();
  const slow = await hang(page, asked.shop);
  await page.reload();
  await expect(page.getByText("Loading the menu")).toBeAttached();
  await see("choose-loading");
  await slow();
  const unread = await cut(page, asked.shop);
  await page.reload();
  await heading(page, "The menu cannot be read just now");
  await see("choose-unread");
  await unread();
  const bare = await alter(page, asked.shop, emptied);
  await page.reload();
  await heading(page, "Nothing is on the menu just now");
  await see("choose-empty");
  await bare();

  await page.reload();
  await flatWhite.click();
  const refused = await refuse(page, asked.submit, {
    code: "option_unavailable",
    message: "Whole milk is not available now for Flat white.",
  });
  await orderButton.click();
  await expect(page.getByText("Nothing was ordered.")).toBeVisible();
  await see("choose-refused");
  // Of another choice nothing has been said.
  await page.getByRole("radio", { name: /^Oat/ }).check();
  await expect(page.getByText("Nothing was ordered.")).toBeHidden();
  await page.getByRole("radio", { name: /^Whole/ }).check();
  await refused();
  const gone = await cut(page, asked.submit);
  await orderButton.click();
  await expect(page.getByRole("button", { name: "Not sent yet" })).toBeVisible();
  await see("choose-unsent");
  await gone();
}

function emptied(shop: { menu: Menu }): { menu: Menu } {
  return { ...shop, menu: { ...shop.menu, drinks: [] } };
}

function sellOut(shop: { menu: Menu }): { menu: Menu } {
  for (const drink of shop.menu.drinks) {
    if (drink.id === "latte") drink.available = false;
    for (const { choices } of drink.options) {
      for (const choice of choices) if (choice.id === "whole-milk") choice.available = false;
    }
  }
  return shop;
}

/** Following a submitted order from the queue to the customer's hand. */
export async function seeFollowing(customer: Customer, ana: ApiUser, see: See): Promise<void> {
  const { page } = customer;
  const order = `/orders/${orderIdOn(customer)}`;
  await customer.number();
  await expect(page.getByText("Before you", { exact: true })).toBeVisible();
  await see("queue");
  await page.getByText("Every step, with its time").click();
  await expect(page.getByText(/Flat white ordered/)).toBeVisible();
  await see("queue-journey");
  await page.getByText("Every step, with its time").click();
  const untold = await cut(page, asked.line);
  await page.reload();
  await expect(page.getByText("a little while")).toBeVisible();
  await see("queue-line-unread");
  await untold();
  await page.reload();
  await expect(page.getByText("Before you", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Cancel order" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await see("queue-cancel");
  await page.getByRole("button", { name: "Keep it" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.evaluate(() => window.scrollTo(0, 0));
  const steps = [
    ["make", /is making/, "making"],
    ["unmake", /about to make/, "put-back"],
    ["complete", /is ready/, "ready"],
    ["recall", /again/, "recalled"],
    ["complete", /is ready/, null],
    ["collect", /Enjoy it/, "collected"],
  ] as const;
  for (const [command, told, screen] of steps) {
    expect((await ana.call("POST", `${order}/${command}`)).status, command).toBe(200);
    await expect(customer.status(told)).toBeVisible();
    if (screen !== null) await see(screen);
  }
}

/** An order that nobody hears of any more: its page says so, while it waits and when it is ready. */
export async function seeStale(customer: Customer, ana: ApiUser, see: See): Promise<void> {
  const { page } = customer;
  await page.clock.install();
  await page.reload();
  await customer.number();
  const hearNothing = async (screen: string) => {
    await page.context().setOffline(true);
    await page.clock.runFor(20_000);
    await expect(page.getByText("No connection to the bar")).toBeVisible();
    await see(screen);
    await page.context().setOffline(false);
  };
  await hearNothing("stale");
  await ana.must("POST", `/orders/${orderIdOn(customer)}/complete`);
  await page.clock.runFor(6_000);
  await expect(customer.status(/is ready/)).toBeVisible();
  await hearNothing("ready-stale");
  await page.clock.resume();
}
