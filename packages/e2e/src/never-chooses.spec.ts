import { expect, test } from "./actors";
import { placesLeft } from "./set-shop";

test("an order whose customer never chooses expires by the clock and gives its place back", async ({
  customer,
  stack,
}) => {
  const before = await placesLeft(stack);
  await customer.enter();
  await expect.poll(() => placesLeft(stack)).toBe(before - 1);
  await stack.advance(14 * 60);
  await expect(customer.page.getByRole("button", { name: "Order", exact: true })).toBeVisible();
  await stack.advance(2 * 60);
  await expect(customer.status(/time|expired/i)).toBeVisible();
  await expect.poll(() => placesLeft(stack)).toBe(before);
});
