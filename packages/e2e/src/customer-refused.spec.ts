import { expect, test } from "./actors";
import { asked, cut, refuse } from "./faults";
import { ordersOf } from "./orders-of";
import { heading } from "./see";
import { shops } from "./seeds";
import { secondsFromNow } from "./server-time";
import { setShop } from "./set-shop";
import { shopCode } from "./shop-code";

test("C9 a refusal that is over leads on by itself: the time has come, the network is back, the bar opens", async ({
  customer,
  stack,
}) => {
  const { page } = customer;
  const orderButton = page.getByRole("button", { name: "Order", exact: true });
  await page.clock.install();
  const retryAt = await secondsFromNow(stack, 90);
  const tooOften = await refuse(page, asked.redeem, { code: "rate_limited", message: "no", retryAt });
  await page.goto(`${stack.customerUrl}/?code=${await shopCode(stack)}`);
  await customer.signIn();
  await heading(page, "Too many tries");
  const again = page.getByRole("button", { name: "Try again" });
  await expect(page.getByRole("timer")).toHaveText(/1:\d\d/);
  await expect(again).toBeDisabled();
  // Both: a page that hears from the shop goes by the shop's clock.
  await stack.advance(90);
  await page.clock.runFor(90_000);
  await heading(page, "You can try again now");
  await tooOften();
  const unheard = await cut(page, asked.redeem);
  await again.click();
  await heading(page, "No connection to the bar");
  await unheard();
  // Its browser has not noticed that there was no network.
  await page.clock.runFor(6_000);
  await expect(orderButton).toBeVisible();
  expect(await ordersOf(customer)).toMatchObject([{ state: "CREATED" }]);

  await page.goto(`${stack.customerUrl}/?eventId=${shops.closed}`);
  await heading(page, "The bar is closed");
  await setShop(stack, { status: "open", message: null }, shops.closed);
  await page.clock.runFor(31_000);
  await heading(page, "Scan the screen, or type its code");
  await setShop(stack, { status: "closed", message: "Back on Monday" }, shops.closed);
});
