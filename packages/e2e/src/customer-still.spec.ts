import { expect, test } from "./actors";
import { ApiUser } from "./api-user";
import { serve } from "./clear-line";
import { asked, slow } from "./faults";
import { heading } from "./see";
import { watchShifts } from "./shifts";
import { orderIdOn } from "./tour-order";

test("nothing moves under a finger, from the scan to the counter, however late each answer comes", async ({
  customer,
  stack,
}) => {
  const { page, email } = customer;
  const ana = await ApiUser.signIn(stack, "barista@example.com");
  const before = await ApiUser.signIn(stack, email);
  const usual = await before.enter();
  await before.must("PUT", `/orders/${usual}`, { drink: "latte", modifiers: ["oat-milk"] });
  await serve(ana, usual);

  const shifts = await watchShifts(page);
  await slow(page, asked.fonts, 500);
  await slow(page, asked.order, 250);
  await slow(page, asked.shop, 600);
  await slow(page, asked.line, 800);
  await slow(page, asked.myOrders, 600);
  await customer.enter();
  await expect(page.getByText("As last time")).toBeVisible();
  shifts.isStill();
  await customer.order("Flat white", "Oat");
  const mine = `/orders/${orderIdOn(customer)}`;
  await expect(page.getByText("Before you", { exact: true })).toBeVisible();
  await ana.must("POST", `${mine}/make`);
  await heading(page, "Ana is making your flat white.");
  shifts.isStill();
  await page.reload();
  await heading(page, "Ana is making your flat white.");
  await ana.must("POST", `${mine}/complete`);
  await heading(page, "Your flat white is ready.");
  await ana.must("POST", `${mine}/collect`);
  await heading(page, "Collected. Enjoy it.");
  await page.goto(`${stack.customerUrl}/orders`);
  await expect(page.getByRole("listitem")).toHaveCount(2);
  await expect(page.getByRole("link", { name: "Account" })).toBeVisible();
  shifts.isStill();
});
