import { expect, test } from "./actors";
import { ApiUser } from "./api-user";
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
    await ana.call("POST", `${first}/${command}`);
  }
  await enterAgain(customer);
  await customer.order("Mocha");
  await ana.call("POST", `/orders/${orderIdOn(customer)}/cancel`, { reason: "Out of chocolate" });
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
