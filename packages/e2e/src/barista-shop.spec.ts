import type { Page } from "@playwright/test";
import { Actor, expect, test } from "./actors";
import { hasNoViolation } from "./axe";
import { asked, cut } from "./faults";
import { shops } from "./seeds";
import { readShop, setShop } from "./set-shop";
import type { Stack } from "./stack";

const eventId = shops.sign;
const limits = { drinksPerCode: 10, maxOrdersInQueue: 20, lateAfterSeconds: 240 };

test.beforeEach(({ stack }) =>
  setShop(stack, { status: "open", message: null, reopensAt: null, lastOrdersAt: null, limits }, eventId),
);

/** Signs in on a page of this shop. */
async function openAs(page: Page, stack: Stack, email: string, address: string): Promise<void> {
  await page.goto(`${address}?eventId=${eventId}`);
  await new Actor(page, stack, email).signIn();
}

const manage = (page: Page, stack: Stack, email = "manager@example.com") =>
  openAs(page, stack, email, `${stack.baristaUrl}/shop`);
const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { name, level: 1 });

test("B7 a pause is two taps; phones and the screen tell why and until when, and it ends by itself", async ({
  barista,
  customer,
  display,
  stack,
}) => {
  await manage(barista.page, stack);
  await openAs(display.page, stack, "display@example.com", stack.displayUrl);
  await customer.page.goto(`${stack.customerUrl}/?eventId=${eventId}`);
  await expect(heading(barista.page, "Open")).toBeVisible();
  await hasNoViolation(barista.page, "the shop, open");

  await barista.page.getByRole("button", { name: "Pause", exact: true }).click();
  const dialog = barista.page.getByRole("dialog");
  await hasNoViolation(barista.page, "pause?");
  await dialog.getByRole("button", { name: "Pause", exact: true }).click();
  await expect(heading(barista.page, /^Paused until (tomorrow at )?\d\d:\d\d$/)).toBeVisible();
  await hasNoViolation(barista.page, "the shop, paused");
  const paused = await readShop(stack, eventId);
  expect(paused).toMatchObject({ status: "paused", message: "We are catching up" });
  const leftMs = Date.parse(paused.reopensAt ?? "") - Date.parse(paused.serverTime);
  expect(leftMs).toBeGreaterThan(500_000);
  expect(leftMs).toBeLessThanOrEqual(600_000);

  const until = (await heading(barista.page, /^Paused/).innerText()).replace(/^.* /, "");
  await expect(display.page.getByText(/We are catching up/).first()).toBeVisible({ timeout: 2_000 });
  await expect(display.page.getByText(until).first()).toBeVisible();
  await customer.page.reload();
  await expect(customer.page.getByText(/We are catching up/)).toBeVisible();
  await expect(customer.page.getByText(new RegExp(until)).first()).toBeVisible();

  await stack.advance(600);
  await barista.page.reload();
  await expect(heading(barista.page, "Open")).toBeVisible();
});

test("B7 last orders are announced, and closing says a word to those who come", async ({
  barista,
  stack,
}) => {
  const { page } = barista;
  await manage(page, stack);
  await page.getByRole("button", { name: "Last orders" }).click();
  await page.getByRole("radio", { name: "30 min" }).check();
  await page.getByRole("button", { name: "Announce" }).click();
  await expect(page.getByText(/Last orders (tomorrow )?at \d\d:\d\d\./)).toBeVisible();

  await page.getByRole("button", { name: "Close", exact: true }).click();
  await page.getByRole("textbox", { name: "What customers read" }).fill("Back tomorrow at eight");
  await page.getByRole("dialog").getByRole("button", { name: "Close", exact: true }).click();
  await expect(heading(page, "Closed")).toBeVisible();
  expect(await readShop(stack, eventId)).toMatchObject({
    status: "closed",
    message: "Back tomorrow at eight",
    lastOrdersAt: null,
  });
  await page.getByRole("button", { name: "Open now" }).click();
  await expect(heading(page, "Open")).toBeVisible();
});

test("B7 two managers who set the same see each other's, and neither loses anything", async ({
  barista,
  otherBarista,
  stack,
}) => {
  const [marta, maria] = [barista.page, otherBarista.page];
  await manage(marta, stack);
  await manage(maria, stack, "maria@example.com");
  await marta.getByRole("textbox", { name: "Orders at the same time, orders" }).fill("12");
  await marta.getByRole("textbox", { name: "Drinks a code, drinks" }).fill("5");
  await maria.getByRole("textbox", { name: "Orders at the same time, orders" }).fill("8");
  await maria.getByRole("textbox", { name: "Red after, minutes" }).fill("6");
  await maria.getByRole("button", { name: "Save", exact: true }).click();
  await expect(maria.getByText("Saved: everybody has it now")).toBeVisible();

  await marta.getByRole("button", { name: "Save", exact: true }).click();
  const dialog = marta.getByRole("dialog", { name: "Maria has changed the shop meanwhile" });
  const places = dialog.getByRole("radiogroup", { name: "Orders at the same time" });
  await expect(places.getByRole("radio", { name: "12 orders" })).toHaveAccessibleDescription("yours");
  await expect(places.getByRole("radio", { name: "8 orders" })).toHaveAccessibleDescription("Maria’s");
  await expect(dialog.getByRole("radio", { name: "5 drinks" })).toBeChecked();
  await expect(dialog.getByRole("radio", { name: "6 minutes" })).toBeChecked();
  await expect(dialog.getByRole("button", { name: "Save this" })).toBeDisabled();
  await hasNoViolation(marta, "two managers' limits");
  await places.getByRole("radio", { name: "12 orders" }).check();
  await dialog.getByRole("button", { name: "Save this" }).click();
  await expect(dialog).toBeHidden();
  expect((await readShop(stack, eventId)).limits).toMatchObject({
    maxOrdersInQueue: 12,
    drinksPerCode: 5,
    lateAfterSeconds: 360,
  });
});

test("B7 what is typed survives a lost connection and a reload, and is refused at its box", async ({
  barista,
  stack,
}) => {
  test.slow();
  const { page } = barista;
  await manage(page, stack);
  const red = page.getByRole("textbox", { name: "Red after, minutes" });
  await red.fill("1");
  await expect(red).toHaveAccessibleDescription("Has to be later than amber.");
  await expect(page.getByRole("button", { name: "Save", exact: true })).toBeDisabled();
  await red.fill("6,5");
  await red.blur();
  await expect(red).toHaveValue("6.5");
  await red.fill("7");
  const mend = await cut(page, asked.changeShop);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "the shop does not answer" })).toBeVisible();
  await hasNoViolation(page, "limits that are not saved");
  await mend();
  await page.reload();
  await expect(red).toHaveValue("7");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved: everybody has it now")).toBeVisible();
  expect((await readShop(stack, eventId)).limits.lateAfterSeconds).toBe(420);
});

test("B7 a barista reads the shop and is told who sets it", async ({ barista, stack }) => {
  const { page } = barista;
  await setShop(stack, { status: "paused", message: "Out of milk" }, eventId);
  await manage(page, stack, "barista@example.com");
  await expect(heading(page, "Paused")).toBeVisible();
  await expect(page.getByText("The managers open, close and pause the shop.")).toBeVisible();
  await expect(page.getByText("Out of milk")).toBeVisible();
  await expect(page.getByRole("definition").filter({ hasText: "20 orders" })).toBeVisible();
  await expect(page.getByRole("button", { name: /Open now|Pause|Close|Save/ })).toHaveCount(0);
  await hasNoViolation(page, "a barista's shop");
});
