import { trainingEventId } from "@serverlesspresso/contracts/names";
import { expect, test } from "./actors";
import { ApiUser } from "./api-user";
import { hasNoViolation } from "./axe";

test("robots order and make drinks in the training bar, which every screen marks as such, and nowhere else", async ({
  barista,
  customer,
  display,
  stack,
}) => {
  test.setTimeout(300_000);
  const { page } = barista;
  await barista.open();
  await page.getByRole("button", { name: "Account" }).click();
  await page.getByRole("button", { name: "Training bar" }).click();
  const strip = page.getByRole("region", { name: "Training" });
  await expect(strip).toBeVisible();
  for (const [screen, url] of [
    [customer.page, stack.customerUrl],
    [display.page, stack.displayUrl],
  ] as const) {
    await screen.goto(`${url}/?eventId=${trainingEventId}`);
    if (screen === display.page) await display.signIn();
    await expect(screen.getByText("Training", { exact: true })).toBeVisible();
  }

  await strip.getByRole("slider", { name: "Speed" }).fill("20");
  await strip.getByRole("checkbox", { name: "Robot guests" }).check();
  await expect(page.getByRole("article").first()).toBeVisible({ timeout: 120_000 });
  await hasNoViolation(page, "training");
  await strip.getByRole("checkbox", { name: "Robot barista" }).check();
  await expect(page.getByText("The robot has it").first()).toBeVisible({ timeout: 60_000 });
  // Robots drink fast: a drink may be gone before anybody has looked.
  await expect(display.page.getByRole("region", { name: "Ready" }).getByRole("listitem")).not.toHaveCount(0, {
    timeout: 60_000,
  });

  await strip.getByRole("checkbox", { name: "Robot guests" }).uncheck();
  const ana = await ApiUser.signIn(stack, barista.email);
  const real = await ana.call("GET", "/orders?state=open");
  expect(JSON.stringify(real.body)).not.toContain(trainingEventId);
  await strip.getByRole("link", { name: "Back to the bar" }).click();
  await expect(strip).toBeHidden();
});
