import { expect, test } from "./actors";
import { hasNoViolation } from "./axe";
import { switchOff } from "./change-menu";
import { asked, hang, refuse } from "./faults";
import { ordersOf } from "./orders-of";
import { watchShifts } from "./shifts";

test.afterEach(({ stack }) => switchOff(stack, []));

test("C3 what is switched off is greyed at once or refused by name, and the rest of the choice is kept", async ({
  customer,
}) => {
  const { page, stack } = customer;
  await customer.enter();
  const orderButton = page.getByRole("button", { name: "Order", exact: true });
  const milk = (name: string) => page.getByRole("radio", { name: `${name} milk` });
  await page.getByRole("radio", { name: "Flat white" }).click();
  await expect(milk("Oat")).toHaveAccessibleDescription("oats, gluten");
  await milk("Oat").check();
  await page.getByRole("radio", { name: "Vanilla" }).check();
  await expect(page.getByText("Contains oats, gluten.")).toBeVisible();

  const shifts = await watchShifts(page);
  await switchOff(stack, ["oat-milk", "latte"]);
  await expect(milk("Oat")).toBeDisabled({ timeout: 2_000 });
  await expect(page.getByText("Oat milk is sold out just now")).toBeVisible();
  await expect(page.getByRole("radio", { name: "Latte, sold out", exact: true })).toBeDisabled();
  await expect(page.getByRole("radio", { name: "Vanilla" })).toBeChecked();
  await expect(orderButton).toBeDisabled();
  shifts.isStill();
  await hasNoViolation(page, "a choice that is sold out");

  await milk("Soy").check();
  const unheard = await hang(page, asked.shop);
  await switchOff(stack, ["soy-milk"]);
  await orderButton.click();
  await expect(page.getByText("Soy milk is not available now for Flat white.")).toBeVisible();
  await expect(page.getByRole("radio", { name: "Flat white" })).toBeChecked();
  await hasNoViolation(page, "a choice that was refused");
  expect(await ordersOf(customer)).toMatchObject([{ state: "CREATED", number: null }]);
  await unheard();
  await milk("Almond").check();
  await orderButton.click();
  const number = await customer.number();
  expect(await ordersOf(customer)).toMatchObject([{ state: "SUBMITTED", number }]);
});

test("C3 what is chosen is there again after a look at another page, and over a reload", async ({
  customer,
}) => {
  const { page } = customer;
  await customer.enter();
  await page.getByRole("radio", { name: "Flat white" }).click();
  await page.getByRole("radio", { name: "Oat milk" }).check();
  const isThere = async () => {
    await expect(page.getByRole("radio", { name: "Flat white" })).toBeChecked();
    await expect(page.getByRole("radio", { name: "Oat milk" })).toBeChecked();
  };
  await page.getByRole("link", { name: "My orders" }).click();
  await expect(page.getByRole("heading", { name: "My orders" })).toBeVisible();
  await page.goBack();
  await isThere();
  await page.reload();
  await isThere();

  // What was refused does not come back over what was chosen after it.
  await page.getByRole("radio", { name: "Latte", exact: true }).click();
  await refuse(page, asked.submit, { code: "drink_unavailable", message: "Latte is not available now." });
  await page.getByRole("button", { name: "Order", exact: true }).click();
  await expect(page.getByText("Latte is not available now.")).toBeVisible();
  await page.getByRole("radio", { name: "Flat white" }).click();
  await expect(page.getByText("Latte is not available now.")).toBeHidden();
  await page.getByRole("link", { name: "My orders" }).click();
  await expect(page.getByRole("heading", { name: "My orders" })).toBeVisible();
  await page.goBack();
  await isThere();
});
