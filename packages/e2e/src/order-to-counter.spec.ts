import { expect, test } from "./actors";

test("an order goes from the code on the screen to the counter, live on all three screens", async ({
  customer,
  barista,
  display,
}) => {
  await Promise.all([barista.open(), display.open()]);
  await customer.scan(await display.address());
  const number = await customer.order("Flat white", "Oat");

  await expect(barista.ticket(number)).toContainText("Flat white");
  await expect(barista.ticket(number)).toContainText(/oat/i);
  await expect(display.shows(number, "Preparing")).toBeVisible();

  await barista.tap(number, "Make");
  await expect(customer.status(/Ana/)).toBeVisible();
  await barista.tap(number, "Complete");
  await expect(customer.status(/ready/i)).toBeVisible();
  await expect(display.shows(number, "Ready")).toBeVisible();

  await barista.tap(number, "Collect");
  await expect(display.shows(number, "Ready")).toBeHidden();
  await expect(customer.status(/collected|enjoy/i)).toBeVisible();
});
