import { expect, test } from "./actors";
import { heading } from "./see";
import { shops } from "./seeds";
import { placesLeft } from "./set-shop";

test("an order whose customer never chooses expires by the clock and gives its place back", async ({
  customer,
  stack,
}) => {
  const before = await placesLeft(stack, shops.quiet);
  await customer.enter(shops.quiet);
  await expect.poll(() => placesLeft(stack, shops.quiet)).toBe(before - 1);
  await stack.advance(14 * 60);
  await expect(customer.page.getByRole("button", { name: "Order", exact: true })).toBeVisible();
  await stack.advance(2 * 60);
  await heading(customer.page, "The time to choose is over");
  await expect.poll(() => placesLeft(stack, shops.quiet)).toBe(before);
});
