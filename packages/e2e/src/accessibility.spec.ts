import { Barista, expect, test } from "./actors";
import { hasNoViolation } from "./axe";
import { shopCode } from "./shop-code";

/** `npm test` looks at each screen once; `npm run test:full` in the dark, too. */
const themes = process.env.TEST_FULL ? (["light", "dark"] as const) : (["light"] as const);

for (const colorScheme of themes) {
  test.describe(`${colorScheme}: WCAG 2.2 AA`, () => {
    test.use({ colorScheme });

    test("the customer's screens have no violation", async ({ customer, barista }) => {
      const { page, stack } = customer;
      await page.goto(stack.customerUrl);
      await expect(page.getByRole("button", { name: "Continue" })).toBeVisible();
      await hasNoViolation(page, "enter");
      await page.goto(`${stack.customerUrl}/nowhere`);
      await hasNoViolation(page, "not found");
      await page.goto(`${stack.customerUrl}/?code=${await shopCode(stack)}`);
      await expect(page.getByRole("button", { name: "Send code" })).toBeVisible();
      await hasNoViolation(page, "sign-in");
      await customer.signIn();
      await expect(page.getByRole("button", { name: "Order", exact: true })).toBeVisible();
      await hasNoViolation(page, "choose");
      const number = await customer.order("Cortado");
      await hasNoViolation(page, "follow");
      await page.getByRole("button", { name: "Cancel order" }).click();
      await expect(page.getByRole("button", { name: "Yes, cancel" })).toBeVisible();
      await hasNoViolation(page, "cancel?");
      await page.keyboard.press("Escape");
      await barista.open();
      await barista.tap(number, "Complete");
      await expect(customer.status(/ready/i)).toBeVisible();
      await hasNoViolation(page, "ready");
      await barista.tap(number, "Collect");
      await expect(customer.status(/collected|enjoy/i)).toBeVisible();
      await hasNoViolation(page, "collected");
      await page.goto(`${stack.customerUrl}/orders`);
      await expect(page.getByText("Cortado").first()).toBeVisible();
      await hasNoViolation(page, "my orders");
      await page.goto(`${stack.customerUrl}/account`);
      await expect(page.getByRole("heading", { name: "Account", exact: true })).toBeVisible();
      await hasNoViolation(page, "account");
      await page.getByRole("button", { name: "Delete my account" }).click();
      await expect(page.getByRole("button", { name: "Yes, delete it" })).toBeVisible();
      await hasNoViolation(page, "delete?");
      await page.getByRole("button", { name: "Yes, delete it" }).click();
      await expect(page.getByRole("heading", { name: "Your account is deleted" })).toBeVisible();
      await hasNoViolation(page, "account deleted");
    });

    test("the barista's and the shop's screens have no violation", async ({ customer, barista, display }) => {
      await barista.page.goto(barista.stack.baristaUrl);
      await expect(barista.page.getByRole("button", { name: "Send code" })).toBeVisible();
      await hasNoViolation(barista.page, "barista's sign-in");
      await Promise.all([barista.open(), display.open(), customer.enter()]);
      await hasNoViolation(barista.page, "queue, empty");
      await hasNoViolation(display.page, "board, empty");
      const number = await customer.order("Flat white", "Oat");
      await expect(barista.ticket(number)).toBeVisible();
      await hasNoViolation(barista.page, "queue");
      await barista.tap(number, "More");
      await expect(barista.page.getByRole("dialog")).toBeVisible();
      await hasNoViolation(barista.page, "cancel with a reason");
      await barista.page.keyboard.press("Escape");
      await barista.tap(number, "Complete");
      await expect(display.shows(number, "Ready")).toBeVisible();
      await hasNoViolation(display.page, "board");
      await hasNoViolation(barista.page, "queue with a ready drink");
      await barista.tap(number, "Collect");
    });

    test("the staff's screens have no violation", async ({ barista, customer }) => {
      const { page, stack } = barista;
      await new Barista(page, stack, "manager@example.com").open();
      await hasNoViolation(page, "a manager's queue");
      await page.getByRole("link", { name: "Staff" }).click();
      await expect(page.getByRole("button", { name: "Remove Ben" })).toBeVisible();
      await hasNoViolation(page, "staff");
      await page.getByRole("button", { name: "Add", exact: true }).click();
      await hasNoViolation(page, "a member without an address");
      await page.getByRole("button", { name: "Remove Ben" }).click();
      await expect(page.getByRole("dialog")).toBeVisible();
      await hasNoViolation(page, "remove?");
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Account" }).click();
      await hasNoViolation(page, "account menu");

      await customer.page.goto(stack.baristaUrl);
      await customer.signIn();
      await expect(customer.page.getByRole("heading", { name: /for baristas/ })).toBeVisible();
      await hasNoViolation(customer.page, "not behind the bar");
    });
  });
}
