import type { ErrorCode } from "@serverlesspresso/contracts/error";
import { type Customer, expect } from "./actors";
import { asked, cut, hang, refuse } from "./faults";
import { heading, type See } from "./see";
import { shops } from "./seeds";
import { secondsFromNow } from "./server-time";
import { shopCode } from "./shop-code";

/** Every way to stand before the bar: loading, the box, the closed, paused and full bar, no bar at all. */
export async function seeDoor({ page, stack }: Customer, see: See): Promise<void> {
  const slow = await hang(page, asked.config);
  await page.goto(stack.customerUrl);
  await heading(page, "Loading");
  await see("loading");
  await slow();
  const gone = await cut(page, asked.config);
  await page.goto(stack.customerUrl);
  await heading(page, "The bar cannot be reached");
  await see("unreachable");
  await gone();

  await page.goto(stack.customerUrl);
  await expect(page.getByRole("button", { name: "Continue" })).toBeVisible();
  await expect(page.locator("main svg").first()).toBeVisible();
  await see("enter");
  await page.getByRole("textbox", { name: "Code on the screen" }).fill("ESPRESSO");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText(/A code has 10 letters/)).toBeVisible();
  await see("enter-mistyped");

  for (const [shop, title] of closedDoors) {
    await page.goto(`${stack.customerUrl}/?eventId=${shop}`);
    await heading(page, title);
    await see(`door-${shop}`);
  }
  await page.goto(`${stack.customerUrl}/nowhere`);
  await heading(page, "An empty cup");
  await see("not-found");
}

const closedDoors = [
  [shops.closed, "The bar is closed"],
  [shops.paused, "The bar takes a short break"],
  [shops.full, "The bar is full"],
  ["nowhere", "There is no such bar"],
] as const;

/** Signing in, from the box for the address to the place at the bar. */
export async function seeSignIn(customer: Customer, see: See): Promise<void> {
  const { page, stack } = customer;
  await page.goto(`${stack.customerUrl}/?code=${await shopCode(stack)}`);
  await heading(page, "Who is it for?");
  await see("sign-in");
  await page.getByRole("textbox", { name: "E-mail", exact: true }).fill("ada");
  await page.getByRole("button", { name: "Send code" }).click();
  await expect(page.getByText(/does not look like/)).toBeVisible();
  await see("sign-in-no-address");
  const code = await customer.askForCode();
  await heading(page, "Look in your e-mail");
  await see("sign-in-code");
  await customer.enterCode("000000");
  await expect(page.getByText(/not the code/)).toBeVisible();
  await see("sign-in-wrong-code");
  await hang(page, asked.redeem);
  await customer.enterCode(code);
  await heading(page, "Getting you a place at the bar");
  await see("opening");
}

/** Why somebody who is signed in is not let in. */
export async function seeRefusals({ page, stack }: Customer, see: See): Promise<void> {
  // Whatever is under way on the page before ends with it.
  await page.goto(`${stack.customerUrl}/orders`);
  await page.unrouteAll({ behavior: "ignoreErrors" });
  for (const [code, screen, title] of refusals) {
    const retryAt = await secondsFromNow(stack, 150);
    const undo = await refuse(page, asked.redeem, { code, message: "no", retryAt });
    await page.goto(`${stack.customerUrl}/?code=ABCDEFGHJK`);
    await expect(page.getByText(title)).toBeVisible();
    await see(screen);
    await undo();
  }
  const undo = await cut(page, asked.redeem);
  await page.goto(`${stack.customerUrl}/?code=ABCDEFGHJK`);
  await heading(page, "No connection to the bar");
  await see("refused-no-network");
  await undo();
}

const refusals: readonly (readonly [ErrorCode, string, RegExp])[] = [
  ["code_expired", "enter-old-code", /This code has changed/],
  ["code_exhausted", "refused-no-places", /All places on this code/],
  ["daily_limit_reached", "refused-enough", /already ordered today/],
  ["rate_limited", "refused-tries", /Too many tries/],
  ["internal", "refused-no-answer", /could not let you in/],
];
