import type { Page } from "@playwright/test";
import { expect, test } from "./actors";
import { ApiUser } from "./api-user";
import { shopCode } from "./shop-code";

test("C2 a known customer goes from the code to the menu in two taps, with the e-mail pasted as it came", async ({
  customer,
}) => {
  const { page, stack, email } = customer;
  await ApiUser.signIn(stack, email);
  await page.goto(`${stack.customerUrl}/?code=${await shopCode(stack)}`);
  await customer.askForCode();
  const box = page.getByRole("textbox", { name: "Code from the e-mail" });
  await expect(box).toBeFocused();
  await expect(box).toHaveAttribute("autocomplete", "one-time-code");
  await expect(box).toHaveAttribute("inputmode", "numeric");
  await expect(page.getByText(/^in \d+ s$/)).toBeVisible();
  await page.getByRole("button", { name: "Another address" }).click();
  await expect(page.getByRole("textbox", { name: "E-mail" })).toBeFocused();
  await expect(page.getByRole("textbox", { name: "E-mail" })).toHaveValue(email);
  const known = await stack.codesSentTo(email);
  await page.getByRole("button", { name: "Send code" }).click();
  const code = await stack.codeFor(email, known);
  await paste(
    page,
    `Your code for 1 coffee: ${code.slice(0, 3)} ${code.slice(3)}. It is good for 3 minutes.`,
  );
  await expect(box).toHaveValue(code);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("button", { name: "Order", exact: true })).toBeVisible();
});

/** Pastes into whatever has the focus. */
function paste(page: Page, text: string): Promise<void> {
  return page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, text);
}
