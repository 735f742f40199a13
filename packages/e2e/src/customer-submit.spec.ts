import type { Page } from "@playwright/test";
import { type Customer, expect, test } from "./actors";
import { hasNoViolation } from "./axe";
import { asked, cut, loseAnswers } from "./faults";
import { faultyFeed } from "./faulty-feed";
import { ordersOf } from "./orders-of";
import { heading } from "./see";

const orderButton = (page: Page) => page.getByRole("button", { name: "Order", exact: true });

async function choose(page: Page, drink: string): Promise<void> {
  await page.getByRole("radio", { name: drink, exact: true }).click({ force: true });
}

/** Exactly one order with one number, and it is the one on the screen. */
async function hasOneOrder(customer: Customer): Promise<void> {
  const number = await customer.number();
  expect(await ordersOf(customer)).toEqual([expect.objectContaining({ state: "SUBMITTED", number })]);
}

test("C4 a tap is acknowledged within 100 ms", async ({ customer }) => {
  const { page } = customer;
  await customer.enter();
  await choose(page, "Cortado");
  const tookMs = await orderButton(page).evaluate(
    (button) =>
      new Promise<number>((seen) => {
        const tappedAt = performance.now();
        const watch = () => {
          if (button.textContent !== "Order") return seen(performance.now() - tappedAt);
          requestAnimationFrame(watch);
        };
        (button as HTMLButtonElement).click(); // the locator's role says so
        requestAnimationFrame(watch);
      }),
  );
  expect(tookMs).toBeLessThan(100);
  await hasOneOrder(customer);
});

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

test("C4 without a network the choice says that it is not sent yet, is kept over a reload, and is sent once", async ({
  customer,
}) => {
  const { page } = customer;
  const context = page.context();
  await customer.enter();
  await choose(page, "Latte");
  await context.setOffline(true);
  await orderButton(page).click();
  await expect(page.getByRole("button", { name: "Not sent yet" })).toBeVisible();
  await expect(page.getByRole("radio", { name: "Mocha", exact: true })).toBeDisabled();
  await hasNoViolation(page, "not sent yet");
  expect(await ordersOf(customer)).toMatchObject([{ state: "CREATED", number: null }]);
  await context.setOffline(false);
  await page.reload();
  await hasOneOrder(customer);
});

test("C4 of two tabs that order at once one order comes out, and both show its number", async ({
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

for (const minutes of process.env.TEST_FULL ? [5, -5] : [5]) {
  test(`C4 on a phone whose clock is wrong by ${minutes} minutes everything goes as it should`, async ({
    customer,
    barista,
  }) => {
    const { page } = customer;
    await page.clock.install({ time: Date.now() + minutes * 60_000 });
    await Promise.all([customer.enter(), barista.open()]);
    await expect(page.getByRole("timer")).toHaveText("Your place is kept for 15 minutes");
    await choose(page, "Latte");
    await orderButton(page).click();
    await hasOneOrder(customer);
    await barista.tap(await customer.number(), "Complete");
    await heading(page, "Your latte is ready.");
    await expect(customer.status(/^live/)).toBeVisible();
  });
}
