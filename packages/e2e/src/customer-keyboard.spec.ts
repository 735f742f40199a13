import { type Customer, expect, test } from "./actors";
import { ApiUser } from "./api-user";
import { heading } from "./see";
import { shopCode } from "./shop-code";
import { orderIdOn } from "./tour-order";

/** Goes on with the tab key until something of this name has the focus, which must be seen. */
async function tabTo(
  { page }: Customer,
  role: "button" | "link" | "radio",
  name: string | RegExp,
): Promise<void> {
  const wanted = page.getByRole(role, { name, exact: typeof name === "string" });
  await expect(wanted).toBeVisible();
  for (let presses = 0; presses < 20; presses += 1) {
    await page.keyboard.press("Tab");
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`the tab key does not lead to ${name}`);
}

test("an order goes all its way by the keyboard alone, and the focus is never lost", async ({
  customer,
  stack,
}) => {
  const { page, email } = customer;
  const { keyboard } = page;
  const ana = await ApiUser.signIn(stack, "barista@example.com");
  await page.goto(stack.customerUrl);
  await expect(page.getByRole("button", { name: "Continue" })).toBeVisible();
  await keyboard.press("Tab");
  await keyboard.type(await shopCode(stack));
  await keyboard.press("Enter");
  await heading(page, "Who is it for?");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await keyboard.press("Tab");
  await keyboard.type(email);
  await keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Code from the e-mail" })).toBeFocused();
  await keyboard.type(await stack.codeFor(email));
  await keyboard.press("Enter");

  await heading(page, "What would you like?");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await tabTo(customer, "radio", "Espresso");
  for (const drink of ["Macchiato", "Cortado"]) {
    await keyboard.press("ArrowRight");
    await expect(page.getByRole("radio", { name: drink, exact: true })).toBeFocused();
  }
  await tabTo(customer, "radio", "Whole milk");
  await keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: "Oat milk" })).toBeChecked();
  await tabTo(customer, "button", "Order");
  await keyboard.press("Enter");
  await customer.number();
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();

  await tabTo(customer, "button", "Cancel order");
  await keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  // Not on what cannot be taken back: a key that is held down says yes by itself.
  await expect(dialog.getByRole("button", { name: "Keep it" })).toBeFocused();
  for (let presses = 0; presses < 4; presses += 1) {
    await keyboard.press("Tab");
    // At its ends the focus is led round by way of a guard.
    await expect
      .poll(() => dialog.evaluate((element) => element.contains(document.activeElement)))
      .toBe(true);
  }
  await keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Cancel order" })).toBeFocused();
  for (const command of ["complete", "collect"]) {
    await ana.must("POST", `/orders/${orderIdOn(customer)}/${command}`);
  }
  await heading(page, "Collected. Enjoy it.");
});
