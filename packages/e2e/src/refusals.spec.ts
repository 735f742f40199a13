import { expect, test } from "./actors";
import { ApiUser } from "./api-user";
import { hasNoViolation } from "./axe";
import { shops } from "./seeds";
import { shopCode } from "./shop-code";
import type { Stack } from "./stack";

/** Why somebody is not let in, what the shop has to be like, and what they and the shop's screen read. */
const refusals = [
  { shop: shops.closed, title: "The bar is closed", screen: "The bar is closed" },
  { shop: shops.paused, title: "The bar takes a short break", screen: "A short pause" },
  { shop: shops.full, title: "The bar is full", screen: "The bar is full" },
  {
    shop: shops.exhausted,
    title: "All places on this code are taken",
    screen: "This code is used up",
    before: othersTakeAll,
  },
  { shop: shops.once, title: "You have already ordered today", before: haveADrink },
  { shop: shops.codes, title: "Too many tries", before: guessTenTimes },
];

for (const colorScheme of process.env.TEST_FULL ? (["light", "dark"] as const) : (["light"] as const)) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test("whoever is not let in reads why, on a page of its own, and the shop's screen says it to all", async ({
      customer,
      display,
    }) => {
      await display.open();
      const { page, stack, email } = customer;
      await page.goto(`${stack.customerUrl}/orders`);
      await customer.signIn();
      await expect(page.getByRole("heading", { name: "My orders" })).toBeVisible();
      for (const { shop, title, screen, before } of refusals) {
        await before?.(stack, await ApiUser.signIn(stack, email, shop));
        const code = await shopCode(stack, shop);
        await page.goto(`${stack.customerUrl}/?eventId=${shop}&code=${code}`);
        await expect(page.getByRole("heading", { name: title })).toBeVisible();
        await hasNoViolation(page, title);
        if (screen === undefined) continue;
        await display.page.goto(`${stack.displayUrl}/?eventId=${shop}`);
        await expect(display.page.getByRole("heading", { name: screen })).toBeVisible();
        await hasNoViolation(display.page, `the screen: ${screen}`);
      }
    });

    test("a code that is none, or has left the screen, is said at its box", async ({ customer }) => {
      const { page, stack } = customer;
      const old = await shopCode(stack);
      await stack.advance(2 * 300);
      await page.goto(`${stack.customerUrl}/?code=${old}`);
      await customer.signIn();
      await expect(page.getByText("This code has changed. Scan the screen again.")).toBeVisible();
      await hasNoViolation(page, "an old code");
      const box = page.getByRole("textbox", { name: "Code on the screen" });
      await box.fill("ESPRESSO");
      await page.getByRole("button", { name: "Continue" }).click();
      await expect(page.getByText(/A code has 10 letters and digits/)).toBeVisible();
      await box.fill("33333-33333");
      await page.getByRole("button", { name: "Continue" }).click();
      await expect(page.getByText(/This code is not on the screen/)).toBeVisible();
      await hasNoViolation(page, "no code");
    });
  });
}

async function othersTakeAll(stack: Stack, { eventId, sub }: ApiUser): Promise<void> {
  await (await ApiUser.signIn(stack, `earlier.${sub}@example.com`, eventId)).redeem();
}

async function haveADrink(stack: Stack, customer: ApiUser): Promise<void> {
  const barista = await ApiUser.signIn(stack, "barista@example.com", customer.eventId);
  const id = await customer.enter();
  await customer.must("PUT", `/orders/${id}`, { drink: "espresso", modifiers: [] });
  for (const command of ["complete", "collect"]) await barista.must("POST", `/orders/${id}/${command}`);
}

async function guessTenTimes(_: Stack, customer: ApiUser): Promise<void> {
  for (let tries = 0; tries < 10; tries += 1) await customer.redeem("NOTTHECODE");
}
