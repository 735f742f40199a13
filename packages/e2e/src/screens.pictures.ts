import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { expect, test } from "./actors";
import { ApiUser } from "./api-user";
import type { Stack } from "./stack";

const folder = fileURLToPath(new URL("../../../docs/screens/", import.meta.url));

/** What a shop looks like on a quiet morning: some waiting, one being made, two on the counter. */
const baskets = [
  { drink: "espresso", modifiers: [] },
  { drink: "cortado", modifiers: [] },
  { drink: "flat-white", modifiers: ["oat-milk"] },
  { drink: "cappuccino", modifiers: ["soy-milk", "vanilla"] },
  { drink: "iced-latte", modifiers: [] },
  { drink: "mocha", modifiers: ["double"] },
];

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test("pictures of the queue", async ({ customer, barista, stack }) => {
      const take = (page: Page, name: string) =>
        page.screenshot({ path: `${folder}${name}-${colorScheme}.png`, animations: "disabled" });
      const orders = await fillShop(stack, colorScheme);

      await customer.enter();
      const number = await customer.order("Flat white", "Oat");
      await barista.open();
      await expect(barista.ticket(number)).toBeVisible();
      await take(barista.page, "barista-queue");

      await barista.tap(number, "Complete");
      await expect(customer.status(/ready/i)).toBeVisible();
      await emptyShop(stack, [...orders, customer.page.url().match(/id=([\w-]+)/)?.[1] ?? ""]);
    });
  });
}

async function fillShop(stack: Stack, name: string): Promise<string[]> {
  const ana = await ApiUser.signIn(stack, "barista@example.com");
  const orders: string[] = [];
  for (const [index, basket] of baskets.entries()) {
    const guest = await ApiUser.signIn(stack, `guest.${name}.${index}@example.com`);
    const orderId = await guest.enter();
    await guest.call("PUT", `/orders/${orderId}`, basket);
    orders.push(orderId);
  }
  await ana.call("POST", `/orders/${orders[0]}/complete`);
  await ana.call("POST", `/orders/${orders[1]}/complete`);
  await ana.call("POST", `/orders/${orders[2]}/make`);
  return orders;
}

async function emptyShop(stack: Stack, orders: readonly string[]): Promise<void> {
  const ana = await ApiUser.signIn(stack, "barista@example.com");
  for (const orderId of orders) {
    await ana.call("POST", `/orders/${orderId}/complete`);
    await ana.call("POST", `/orders/${orderId}/collect`);
  }
}
