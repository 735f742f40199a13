import { expect, test } from "./actors";

test("a customer cancels before it is made, and the barista's ticket goes", async ({ customer, barista }) => {
  await Promise.all([customer.enter(), barista.open()]);
  const number = await customer.order("Espresso");
  await expect(barista.ticket(number)).toBeVisible();

  await customer.page.getByRole("button", { name: "Cancel order" }).click();
  await customer.page.getByRole("button", { name: "Yes, cancel" }).click();
  await expect(customer.status(/cancelled/i)).toBeVisible();
  await expect(barista.ticket(number)).toBeHidden();
});

test("a barista cancels with a reason, and the customer reads it", async ({ customer, barista }) => {
  await Promise.all([customer.enter(), barista.open()]);
  const number = await customer.order("Cappuccino");
  await barista.cancel(number, "The machine is resting");
  await expect(customer.status(/cancelled/i)).toBeVisible();
  await expect(barista.ticket(number)).toBeHidden();
});
