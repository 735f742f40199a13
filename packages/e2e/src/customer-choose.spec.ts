import { expect, test } from "./actors";
import { hasNoViolation } from "./axe";
import { switchOff } from "./change-menu";
import { asked, hang } from "./faults";
import { ordersOf } from "./orders-of";

test.afterEach(({ stack }) => switchOff(stack, []));

test("C3 what is switched off while it is looked at is greyed at once, and the rest of the choice is kept", async ({
  customer,
}) => {
  const { page, stack } = customer;
  await customer.enter();
  const orderButton = page.getByRole("button", { name: "Order", exact: true });
  const oat = page.getByRole("radio", { name: "Oat milk" });
  await page.getByRole("radio", { name: "Flat white" }).click({ force: true });
  await expect(oat).toHaveAccessibleDescription("oats, gluten");
  await oat.check({ force: true });
  await page.getByRole("radio", { name: "Vanilla" }).check({ force: true });
  await expect(page.getByText("Contains oats, gluten.")).toBeVisible();

  await switchOff(stack, ["oat-milk", "latte"]);
  await expect(oat).toBeDisabled({ timeout: 2_000 });
  await expect(page.getByText("Oat milk is sold out just now")).toBeVisible();
  await expect(page.getByRole("radio", { name: "Latte, sold out", exact: true })).toBeDisabled();
  await expect(page.getByRole("radio", { name: "Vanilla" })).toBeChecked();
  await expect(orderButton).toBeDisabled();
  await hasNoViolation(page, "a choice that is sold out");

  await page.getByRole("radio", { name: "Soy milk" }).check({ force: true });
  await expect(orderButton).toBeEnabled();
});

test("C3 a drink that is sold out before the phone heard of it is refused by name, and nothing else is lost", async ({
  customer,
}) => {
  const { page, stack } = customer;
  await customer.enter();
  await page.getByRole("radio", { name: "Flat white" }).click({ force: true });
  await page.getByRole("radio", { name: "Oat milk" }).check({ force: true });
  const unheard = await hang(page, asked.shop);
  await switchOff(stack, ["oat-milk"]);
  await page.getByRole("button", { name: "Order", exact: true }).click();
  await expect(page.getByText("Oat milk is not available now for Flat white.")).toBeVisible();
  await expect(page.getByRole("radio", { name: "Flat white" })).toBeChecked();
  await hasNoViolation(page, "a choice that was refused");
  expect(await ordersOf(customer)).toMatchObject([{ state: "CREATED", number: null }]);

  await unheard();
  await page.getByRole("radio", { name: "Almond milk" }).check({ force: true });
  await page.getByRole("button", { name: "Order", exact: true }).click();
  const number = await customer.number();
  expect(await ordersOf(customer)).toMatchObject([{ state: "SUBMITTED", number }]);
});
