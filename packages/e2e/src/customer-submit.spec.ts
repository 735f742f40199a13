import type { Page } from "@playwright/test";
import { type Customer, expect, test } from "./actors";
import { ApiUser } from "./api-user";
import { hasNoViolation } from "./axe";
import { asked, cut, loseAnswers } from "./faults";
import { faultyFeed } from "./faulty-feed";
import { ordersOf } from "./orders-of";
import { heading } from "./see";
import { orderIdOn } from "./tour-order";

const orderButton = (page: Page) => page.getByRole("button", { name: "Order", exact: true });

async function choose(page: Page, drink: string): Promise<void> {
  await page.getByRole("radio", { name: drink, exact: true }).click();
}

/** Exactly one order with one number, and it is the one on the screen. */
async function hasOneOrder(customer: Customer): Promise<void> {
  const number = await customer.number();
  expect(await ordersOf(customer)).toEqual([expect.objectContaining({ state: "SUBMITTED", number })]);
}

/** What the button says after a tap, before the browser has drawn a frame or an answer can have come. */
function labelAfterTap(page: Page): Promise<string | null> {
  return orderButton(page).evaluate(async (button) => {
    (button as HTMLButtonElement).click(); // the locator's role says so
    await Promise.resolve();
    return button.textContent;
  });
}

for (const minutes of process.env.TEST_FULL ? [5, -5] : [5]) {
  test(`C4 a tap is acknowledged before the next frame, and a clock that is wrong by ${minutes} minutes changes nothing`, async ({
    customer,
    stack,
  }) => {
    const { page } = customer;
    await page.clock.install({ time: Date.now() + minutes * 60_000 });
    await customer.enter();
    await expect(page.getByRole("timer")).toHaveText("Your place is kept for 15 minutes");
    await choose(page, "Latte");
    expect(await labelAfterTap(page)).toBe("Sending…");
    await hasOneOrder(customer);
    const ana = await ApiUser.signIn(stack, "barista@example.com");
    await ana.must("POST", `/orders/${orderIdOn(customer)}/complete`);
    await heading(page, "Your latte is ready.");
    await expect(customer.status(/^live/)).toBeVisible();
    await ana.must("POST", `/orders/${orderIdOn(customer)}/collect`);
  });
}

test("C4 lost answers, a double tap, a dead live feed and a reload end as one order with one number", async ({
  customer,
}) => {
  const { page } = customer;
  const feed = await faultyFeed(page);
  await customer.enter();
  await choose(page, "Cortado");
  await feed.end();
  const lost = await loseAnswers(page, asked.submit, 2);
  const unread = await cut(page, asked.order);
  await orderButton(page).dblclick();
  await expect(page.getByRole("button", { name: "Not sent yet" })).toBeVisible();
  await expect.poll(() => lost.count).toBe(2);
  await unread();
  await page.reload();
  await hasOneOrder(customer);
  await expect(customer.status("reconnecting")).toBeVisible();
});

test("C4 without a network a choice says that it is not sent yet and is kept; of two tabs' choices one is sent, once", async ({
  customer,
}) => {
  const { page } = customer;
  const context = page.context();
  await customer.enter();
  const tab = await context.newPage();
  await tab.goto(page.url());
  await choose(page, "Latte");
  await choose(tab, "Mocha");
  await context.setOffline(true);
  await Promise.all([orderButton(page).click(), orderButton(tab).click()]);
  for (const each of [page, tab]) {
    await expect(each.getByRole("button", { name: "Not sent yet" })).toBeVisible();
    await expect(each.getByRole("radio", { name: "Cortado", exact: true })).toBeDisabled();
  }
  // What is on its way is what both show, whichever was tapped in them.
  const taken = (each: Page) =>
    each.getByRole("radiogroup", { name: "Drink" }).locator(":checked").inputValue();
  await expect.poll(async () => (await taken(page)) === (await taken(tab))).toBe(true);
  await hasNoViolation(page, "not sent yet");
  expect(await ordersOf(customer)).toMatchObject([{ state: "CREATED", number: null }]);
  await context.setOffline(false);
  await page.reload();
  await hasOneOrder(customer);
  await expect(tab.getByTestId("order-number")).toHaveText(new RegExp(`${await customer.number()}$`));
});

test("C4 a choice that could not be sent is sent from whatever page its customer has gone to, also over a reload", async ({
  customer,
}) => {
  const { page } = customer;
  await customer.enter();
  await choose(page, "Latte");
  const lost = await cut(page, asked.submit);
  await orderButton(page).click();
  await expect(page.getByRole("button", { name: "Not sent yet" })).toBeVisible();
  await page.getByRole("link", { name: "My orders" }).click();
  await page.waitForURL(/\/orders/);
  await page.reload();
  await expect(page.getByRole("heading", { name: "My orders" })).toBeVisible();
  await lost();
  await expect.poll(() => ordersOf(customer)).toMatchObject([{ state: "SUBMITTED" }]);
  await expect(page.getByText(/in the queue/)).toBeVisible();
});

if (process.env.TEST_FULL) {
  test("C4 of two tabs that order at the same instant one order comes out, and both show its number", async ({
    customer,
  }) => {
    const { page } = customer;
    await customer.enter();
    const tab = await page.context().newPage();
    await tab.goto(page.url());
    await choose(page, "Espresso");
    await choose(tab, "Mocha");
    await Promise.all([orderButton(page).click(), orderButton(tab).click()]);
    await hasOneOrder(customer);
    await expect(tab.getByTestId("order-number")).toHaveText(new RegExp(`${await customer.number()}$`));
  });

  for (const answers of [1, 3]) {
    test(`C4 answers lost after the commit, ${answers} of them, with nothing else heard, end as one order`, async ({
      customer,
    }) => {
      const { page } = customer;
      const feed = await faultyFeed(page);
      await customer.enter();
      await choose(page, "Cortado");
      feed.silence();
      const unread = await cut(page, asked.order);
      const lost = await loseAnswers(page, asked.submit, answers);
      await orderButton(page).click();
      await hasOneOrder(customer);
      expect(lost.count).toBe(answers);
      await unread();
    });
  }
}
