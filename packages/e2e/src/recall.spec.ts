import { expect, test } from "./actors";

test("a recalled order is made again and still reaches the counter", async ({
  customer,
  barista,
  display,
}) => {
  await Promise.all([customer.enter(), barista.open(), display.open()]);
  const number = await customer.order("Flat white");
  await barista.tap(number, "Complete");
  await expect(display.shows(number, "Ready")).toBeVisible();

  await barista.tap(number, "Recall");
  await expect(display.shows(number, "Preparing")).toBeVisible();
  await expect(customer.status(/again|recalled/i)).toBeVisible();

  await barista.tap(number, "Complete");
  await expect(display.shows(number, "Ready")).toBeVisible();
  await barista.tap(number, "Collect");
  await expect(customer.status(/collected|enjoy/i)).toBeVisible();
});
