import { expect, test } from "./actors";
import { hasNoViolation } from "./axe";
import { heading } from "./see";

test("C5 the time to choose is told calmly, made longer twice, warned of in good time, and ends clearly", async ({
  customer,
}) => {
  const { page, stack } = customer;
  await customer.enter();
  const timer = page.getByRole("timer");
  const more = page.getByRole("button", { name: "More time" });
  await expect(timer).toHaveText("Your place is kept for 15 minutes");
  await stack.advance(10 * 60);
  await page.reload();
  await expect(timer).toHaveText("Your place is kept for 5 minutes");
  await more.click();
  await expect(timer).toHaveText("Your place is kept for 20 minutes");
  await more.click();
  await expect(timer).toHaveText("Your place is kept for 35 minutes");
  await expect(customer.status("Your place is kept for 35 minutes")).toBeAttached();
  const noMore = page.getByRole("button", { name: "No more time" });
  await expect(noMore).toBeFocused();
  await expect(noMore).toBeDisabled();

  await stack.advance(35 * 60 - 100);
  await page.reload();
  await expect(timer).toHaveText(/kept for 1:\d\d/);
  await expect(customer.status("less than two minutes")).toBeAttached();
  await hasNoViolation(page, "the time is short");
  await stack.advance(120);
  await heading(page, "The time to choose is over");
  await page.getByRole("link", { name: "Enter a code" }).click();
  await expect(page.getByRole("textbox", { name: "Code on the screen" })).toBeVisible();
});
