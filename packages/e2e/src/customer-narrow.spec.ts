import { expect, test } from "./actors";
import { ApiUser } from "./api-user";
import { fitsNarrow } from "./reflow";
import { heading } from "./see";
import { shopCode } from "./shop-code";
import { orderIdOn } from "./tour-order";

test("no page has to be pushed sideways at 320 px, or with text at twice its size", async ({
  customer,
  stack,
}) => {
  const { page } = customer;
  const ana = await ApiUser.signIn(stack, "barista@example.com");
  await page.goto(stack.customerUrl);
  await heading(page, "Scan the screen, or type its code");
  await fitsNarrow(page, "enter");
  await page.goto(`${stack.customerUrl}/?code=${await shopCode(stack)}`);
  const code = await customer.askForCode();
  await heading(page, "Look in your e-mail");
  await fitsNarrow(page, "code from the e-mail");
  await customer.enterCode(code);
  await page.getByRole("radio", { name: "Flat white" }).click({ force: true });
  await fitsNarrow(page, "choose");
  await page.getByRole("button", { name: "Order", exact: true }).click();
  await customer.number();
  await expect(page.getByText("Before you", { exact: true })).toBeVisible();
  await fitsNarrow(page, "follow");
  await page.getByRole("button", { name: "Cancel order" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await fitsNarrow(page, "cancel?");
  await page.keyboard.press("Escape");
  await ana.call("POST", `/orders/${orderIdOn(customer)}/complete`);
  await heading(page, "Your flat white is ready.");
  await fitsNarrow(page, "ready");
  await ana.call("POST", `/orders/${orderIdOn(customer)}/collect`);
  for (const [path, title] of [
    ["orders", "My orders"],
    ["account", "Account"],
    ["nowhere", "An empty cup"],
  ] as const) {
    await page.goto(`${stack.customerUrl}/${path}`);
    await heading(page, title);
    await fitsNarrow(page, path);
  }
});
