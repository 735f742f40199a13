import { Shop } from "@serverlesspresso/contracts/shop";
import { expect, test } from "./actors";

test("an order whose customer never chooses expires by the clock and gives its place back", async ({
  customer,
  stack,
}) => {
  const placesLeft = async () => Shop.parse(await (await fetch(`${stack.apiUrl}/shop`)).json()).placesLeft;
  await customer.enter();
  await expect.poll(placesLeft).toBe(19);
  await stack.advance(14 * 60);
  await expect(customer.page.getByRole("button", { name: "Order", exact: true })).toBeVisible();
  await stack.advance(2 * 60);
  await expect(customer.status(/time|expired/i)).toBeVisible();
  await expect.poll(placesLeft).toBe(20);
});
