import { expect, test } from "./actors";
import { asked, loseAnswers } from "./faults";
import { ordersOf } from "./orders-of";
import { heading } from "./see";
import { shopCode } from "./shop-code";
import { orderIdOn } from "./tour-order";

test("C1 a code outlives sign-in, reloads and lost answers, and is spent once, by however many taps and tabs", async ({
  customer,
}) => {
  const { page, stack } = customer;
  const code = await shopCode(stack);
  const orderButton = page.getByRole("button", { name: "Order", exact: true });
  await page.goto(`${stack.customerUrl}/?code=${code}`);
  await heading(page, "Who is it for?");
  expect(page.url()).not.toContain(code);
  await page.reload();

  const lost = await loseAnswers(page, asked.redeem, 2);
  await customer.signIn();
  await heading(page, "No connection to the bar");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect.poll(() => lost.count).toBe(2);
  await page.reload();
  await expect(orderButton).toBeVisible();
  const id = orderIdOn(customer);

  const tab = await page.context().newPage();
  await tab.goto(`${stack.customerUrl}/?code=${code}`);
  await expect(tab.getByRole("button", { name: "Order", exact: true })).toBeVisible();
  await tab.goto(stack.customerUrl);
  await tab.getByRole("textbox", { name: "Code on the screen" }).fill(code.toLowerCase());
  await tab.getByRole("button", { name: "Continue" }).dblclick();
  await expect(tab).toHaveURL(new RegExp(`id=${id}`));
  await page.goto(stack.customerUrl);
  await page.getByRole("link", { name: /You have a place/ }).click();
  await expect(page).toHaveURL(new RegExp(`id=${id}`));
  expect(await ordersOf(customer)).toEqual([{ id, state: "CREATED", number: null, drink: null }]);
});
