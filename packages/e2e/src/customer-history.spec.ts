import { expect, test } from "./actors";
import { ApiUser } from "./api-user";
import { asked, cut } from "./faults";
import { faultyFeed } from "./faulty-feed";
import { heading } from "./see";
import { enterAgain, orderIdOn } from "./tour-order";

test("C10 all orders are kept, newest first, each with everything that happened to it and when", async ({
  customer,
  stack,
}) => {
  const { page } = customer;
  const ana = await ApiUser.signIn(stack, "barista@example.com");
  await customer.enter();
  const number = await customer.order("Flat white", "Oat");
  const first = `/orders/${orderIdOn(customer)}`;
  for (const command of ["make", "complete", "recall", "complete", "collect"]) {
    await ana.must("POST", `${first}/${command}`);
  }
  await enterAgain(customer);
  await customer.order("Mocha");
  await ana.must("POST", `/orders/${orderIdOn(customer)}/cancel`, { reason: "Out of chocolate" });
  await heading(page, "The bar cancelled your order");
  await page.getByText("Every step, with its time").click();
  const timeline = page.getByRole("group").getByRole("listitem");
  await expect(timeline).toHaveCount(4);
  await expect(timeline.last()).toContainText(/\d\d:\d\d:\d\d.*Out of chocolate/);

  await page.getByRole("link", { name: "My orders" }).click();
  await heading(page, "My orders");
  await expect(page.getByRole("heading", { name: "My orders" })).toBeFocused();
  const rows = page.getByRole("main").getByRole("listitem");
  await expect(rows).toHaveText([
    /Mocha.*cancelled/,
    new RegExp(`Flat white.*oat milk.*collected.*${number}`),
  ]);
  await rows.last().getByRole("link").click();
  await heading(page, "Collected. Enjoy it.");
  await page.getByText("Every step, with its time").click();
  await expect(timeline).toHaveCount(8);
  await expect(timeline.nth(2)).toContainText(`Number ${number}: Flat white ordered.`);
});

test("C10 the list is right without the live feed, and stays as it is while it cannot be read", async ({
  customer,
  stack,
}) => {
  const { page } = customer;
  const feed = await faultyFeed(page);
  const ana = await ApiUser.signIn(stack, "barista@example.com");
  await customer.enter();
  await customer.order("Latte");
  const order = `/orders/${orderIdOn(customer)}`;
  await page.clock.install();
  await page.goto(`${stack.customerUrl}/orders`);
  await expect(page.getByText("in the queue")).toBeVisible();
  await feed.end();
  // As many seconds as a feed without any other sign of life is trusted for.
  for (let seconds = 0; seconds < 20; seconds += 5) {
    const read = page.waitForResponse(/\/myOrders/);
    await page.clock.runFor(5_000);
    await read;
  }
  await expect(page.getByText("No connection to the bar")).toBeHidden();
  await ana.must("POST", `${order}/complete`);
  await page.clock.runFor(5_000);
  await expect(page.getByText("ready")).toBeVisible();

  const gone = await cut(page, asked.myOrders);
  await page.reload();
  const unread = page.getByRole("heading", { name: "Your orders cannot be read just now" });
  await page.clock.runFor(5_000);
  await expect(unread).toBeVisible();
  await unread.evaluate((element) => element.setAttribute("data-seen", ""));
  await page.clock.runFor(20_000);
  await expect(unread).toHaveAttribute("data-seen", "");
  await gone();
  await page.clock.runFor(6_000);
  await expect(page.getByText("ready")).toBeVisible();
  await ana.must("POST", `${order}/collect`);
});
