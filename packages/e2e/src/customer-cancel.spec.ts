import { expect, test } from "./actors";
import { ApiUser } from "./api-user";
import { asked, cut, loseAnswers } from "./faults";
import { faultyFeed } from "./faulty-feed";
import { ordersOf } from "./orders-of";
import { heading } from "./see";
import { enterAgain, orderIdOn } from "./tour-order";

test("C8 an order is cancelled only after a question, once, and not any more when it is being made", async ({
  customer,
  stack,
}) => {
  const { page } = customer;
  const ana = await ApiUser.signIn(stack, "barista@example.com");
  const cancel = page.getByRole("button", { name: "Cancel order" });
  const dialog = page.getByRole("dialog");
  await customer.enter();
  await customer.order("Latte");
  await cancel.click();
  await expect(dialog).toContainText("Cancel your latte?");
  await page.getByRole("button", { name: "Keep it" }).click();
  await expect(dialog).toBeHidden();
  expect(await ordersOf(customer)).toMatchObject([{ state: "SUBMITTED" }]);

  const lost = await loseAnswers(page, asked.cancel, 1);
  await cancel.click();
  await page.getByRole("button", { name: "Yes, cancel" }).click();
  await heading(page, "Your order is cancelled");
  expect(lost.count).toBe(1);

  await enterAgain(customer);
  await customer.order("Mocha");
  const second = orderIdOn(customer);
  await cancel.click();
  await expect(dialog).toBeVisible();
  await ana.must("POST", `/orders/${second}/make`);
  await heading(page, "Ana is making your mocha.");
  await expect(dialog).toBeHidden();
  await expect(cancel).toBeHidden();
  const tooLate = page.getByRole("alert").filter({ hasText: "Too late to cancel: it is being made." });
  await expect(tooLate).toBeVisible();
  await ana.must("POST", `/orders/${second}/unmake`);
  await expect(cancel).toBeVisible();
  await expect(dialog).toBeHidden();
  await ana.must("POST", `/orders/${second}/make`);
  await expect(cancel).toBeHidden();
  expect((await ordersOf(customer)).map(({ state }) => state).sort()).toEqual(["CANCELLED", "MAKING"]);
  for (const command of ["complete", "collect"]) await ana.must("POST", `/orders/${second}/${command}`);
});

if (process.env.TEST_FULL) {
  test("C8 whoever cancels a moment after the bar has begun is told that it is too late, and by whom it is made", async ({
    customer,
    stack,
  }) => {
    const { page } = customer;
    const feed = await faultyFeed(page);
    const ana = await ApiUser.signIn(stack, "barista@example.com");
    await customer.enter();
    await customer.order("Latte");
    const mine = `/orders/${orderIdOn(customer)}`;
    await page.getByRole("button", { name: "Cancel order" }).click();
    feed.silence();
    const unread = await cut(page, asked.order);
    await ana.must("POST", `${mine}/make`);
    await page.getByRole("button", { name: "Yes, cancel" }).click();
    await expect(
      page.getByRole("alert").filter({ hasText: "Too late to cancel: it is being made." }),
    ).toBeVisible();
    await heading(page, "Ana is making your latte.");
    await expect(page.getByRole("button", { name: "Cancel order" })).toBeHidden();
    await unread();
    for (const command of ["complete", "collect"]) await ana.must("POST", `${mine}/${command}`);
  });

  test("C8 without a network nothing is cancelled, the number stays on the screen, and the reason is said", async ({
    customer,
  }) => {
    const { page } = customer;
    await page.clock.install();
    await customer.enter();
    const number = await customer.order("Latte");
    await page.context().setOffline(true);
    await page.getByRole("button", { name: "Cancel order" }).click();
    await page.getByRole("button", { name: "Yes, cancel" }).click();
    // It is tried a few times.
    await page.clock.runFor(10_000);
    await expect(page.getByRole("alert").filter({ hasText: "has not answered yet" })).toBeVisible();
    expect(await customer.number()).toBe(number);
    expect(await ordersOf(customer)).toMatchObject([{ state: "SUBMITTED", number }]);
    await page.context().setOffline(false);
  });
}
