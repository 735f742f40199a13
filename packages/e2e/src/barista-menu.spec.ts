import type { Page } from "@playwright/test";
import { Drink } from "@serverlesspresso/contracts/menu";
import { Actor, expect, test } from "./actors";
import { ApiUser } from "./api-user";
import { hasNoViolation } from "./axe";
import { switchOff } from "./change-menu";
import { asked, cut } from "./faults";
import { publishMenu, readDraft, writeDraft } from "./menu-of";
import { menuToChange, shops } from "./seeds";
import { readShop } from "./set-shop";
import type { Stack } from "./stack";
import { withinASecond } from "./within-a-second";

const eventId = shops.menu;
const first = menuToChange.map((drink) => Drink.parse(drink));

test.beforeEach(async ({ stack }) => {
  await publishMenu(stack, first);
  await switchOff(stack, [], eventId);
});

async function openMenu(page: Page, stack: Stack, email = "manager@example.com"): Promise<void> {
  await page.goto(`${stack.baristaUrl}/menu?eventId=${eventId}`);
  await new Actor(page, stack, email).signIn();
  await expect(page.getByRole("switch", { name: "Latte on sale" })).toBeVisible();
}

const openDraft = (page: Page) => page.getByRole("tab", { name: "Draft" }).click();
const pick = (page: Page, drink: string) =>
  page
    .getByRole("region", { name: "Drinks of the draft" })
    .getByRole("button", { name: new RegExp(`^${drink}`) })
    .click();
const kept = (page: Page) => page.getByText(/^Draft kept/);

test("B8 what a barista switches off is greyed on an open phone within a second, and refused by name", async ({
  barista,
  customer,
  stack,
}) => {
  await openMenu(barista.page, stack, "barista@example.com");
  await expect(barista.page.getByRole("tab")).toHaveCount(0);
  await hasNoViolation(barista.page, "a barista's menu");
  await customer.enter(eventId);
  const { page } = customer;
  await page.getByRole("radio", { name: "Cortado" }).check();

  await barista.page.getByRole("switch", { name: "Latte on sale" }).click();
  await withinASecond(() => isOff(page, "Latte, sold out"));
  await barista.page.getByRole("switch", { name: "Oat milk on sale" }).click();
  await withinASecond(() => isOff(page, "Oat milk"));
  await expect(page.getByRole("radio", { name: "Cortado" })).toBeChecked();

  const stale = await cut(page, asked.shop);
  await barista.page.getByRole("switch", { name: "Cortado on sale" }).click();
  await page.getByRole("button", { name: "Order", exact: true }).click();
  await expect(page.getByText("Cortado is not available now.")).toBeVisible();
  await stale();
  await barista.page.getByRole("switch", { name: "Cortado on sale" }).click();
  await page.reload();
  await expect(page.getByRole("radio", { name: "Cortado", exact: true })).toBeEnabled();
});

test("B8 a switch that the shop does not answer is taken back, and told on whatever page one is by then", async ({
  barista,
  stack,
}) => {
  const { page } = barista;
  await openMenu(page, stack, "barista@example.com");
  const mend = await cut(page, asked.switchDrink);
  await page.getByRole("switch", { name: "Latte on sale" }).click();
  await page.getByRole("link", { name: "Queue", exact: true }).click();
  const told = page
    .getByRole("alert")
    .filter({ hasText: "Latte stays as it was: the shop does not answer." });
  await expect(told).toBeVisible();
  await mend();
});

test("B8 whoever edits by key stays in the form when something is left out of it", async ({
  barista,
  stack,
}) => {
  const { page } = barista;
  await openMenu(page, stack);
  await openDraft(page);
  await pick(page, "Latte");
  await page.getByRole("button", { name: "Leave out Oat milk" }).press("Enter");
  await expect(page.getByRole("button", { name: "Leave out Oat milk" })).toHaveCount(0);
  await expect(page.getByRole("region", { name: "Milk" })).toBeFocused();
});

test("B8 a draft is prepared, looked at and published, and nobody sees it before", async ({
  barista,
  customer,
  stack,
}) => {
  const { page } = barista;
  await openMenu(page, stack);
  await hasNoViolation(page, "a manager's menu");
  await openDraft(page);
  await page.getByRole("textbox", { name: "Name of a new drink" }).fill("Café crème");
  await page.getByRole("button", { name: "Add drink" }).click();
  const name = page.getByRole("textbox", { name: "Name", exact: true });
  await expect(name).toHaveValue("Café crème");
  await page.getByRole("button", { name: "Layer on top" }).click();
  await page.getByRole("combobox", { name: "Layer 1 from the top" }).selectOption("Foam");
  await page.getByRole("checkbox", { name: "Milk" }).check();
  await page.getByRole("textbox", { name: "Name of a new option" }).fill("milk");
  await page.getByRole("button", { name: "Add option" }).click();
  await expect(page.getByRole("textbox", { name: "Name of Oat milk" })).toBeVisible();
  await page.getByRole("button", { name: "Move Café crème up" }).click();
  await name.fill("");
  await expect(name).toHaveAccessibleDescription("Type a name, and the draft is kept.");
  await expect(page.getByText("Not kept yet: something is missing")).toBeVisible();
  await name.fill("Crème");
  await expect(kept(page)).toBeVisible();
  await hasNoViolation(page, "a draft");
  expect((await readShop(stack, eventId)).menu.drinks).toHaveLength(3);

  await page.getByRole("tab", { name: "Preview" }).click();
  const preview = page.getByRole("region", { name: "As customers see it" });
  await preview.getByRole("radio", { name: "Crème" }).check();
  await preview.getByRole("radio", { name: "Oat milk" }).check();
  await expect(preview.getByText("Contains milk, oats, gluten.")).toBeVisible();
  await hasNoViolation(page, "the preview");

  await customer.enter(eventId);
  await page.getByRole("button", { name: "Publish 1 change" }).click();
  const dialog = page.getByRole("dialog", { name: "Publish this menu?" });
  await expect(dialog.getByRole("listitem").filter({ hasText: "Crème" })).toHaveText("Crèmenew");
  await hasNoViolation(page, "publish?");
  await dialog.getByRole("button", { name: "Publish" }).click();
  await expect(customer.page.getByRole("radio", { name: "Crème" })).toBeEnabled({ timeout: 2_000 });
  await expect(page.getByText("The menu as customers have it")).toBeVisible();
  const { menu } = await readShop(stack, eventId);
  expect(menu.drinks.map(({ name: each }) => each)).toEqual(["Espresso", "Cortado", "Crème", "Latte"]);
});

test("B8 two managers who prepare the same drink see each other's, and neither loses anything", async ({
  barista,
  otherBarista,
  stack,
}) => {
  const [marta, maria] = [barista.page, otherBarista.page];
  await openMenu(marta, stack);
  await openDraft(marta);
  await openMenu(maria, stack, "maria@example.com");
  await openDraft(maria);
  await pick(maria, "Cortado");
  await maria.getByRole("textbox", { name: "Name", exact: true }).fill("Cortadito");
  await pick(maria, "Espresso");
  await maria.getByRole("textbox", { name: "Description" }).fill("Short.");
  await expect(kept(maria)).toHaveText("Draft kept, last by Maria");

  await pick(marta, "Cortado");
  await marta.getByRole("radio", { name: "Tumbler" }).check();
  const dialog = marta.getByRole("dialog", { name: "Maria has changed the draft meanwhile" });
  const cortado = dialog.getByRole("radiogroup", { name: "Cortado" });
  await expect(cortado.getByRole("radio", { name: "name: Cortadito" })).toHaveAccessibleDescription(
    "Maria’s",
  );
  await expect(dialog.getByRole("radio", { name: "description: Short." })).toBeChecked();
  await hasNoViolation(marta, "two managers' drafts");
  // Nothing is decided by leaving it.
  await marta.keyboard.press("Escape");
  await expect(dialog).toBeVisible();
  await cortado.getByRole("radio", { name: "cup: tumbler" }).check();
  await dialog.getByRole("button", { name: "Save this" }).click();
  await expect(kept(marta)).toHaveText("Draft kept, last by Marta");
  const { drinks } = await readDraft(stack);
  expect(drinks.find(({ id }) => id === "cortado")).toMatchObject({ name: "Cortado", vessel: "tumbler" });
  expect(drinks.find(({ id }) => id === "espresso")).toMatchObject({ description: "Short." });
});

test("B8 a draft survives a lost connection and a reload, and what is sold out meanwhile stays so", async ({
  barista,
  stack,
}) => {
  const { page } = barista;
  await openMenu(page, stack);
  await openDraft(page);
  const mend = await cut(page, asked.editDraft);
  await page.getByRole("textbox", { name: "Description" }).fill("A short one.");
  await expect(page.getByText("The shop does not answer: kept on this device")).toBeVisible();
  await hasNoViolation(page, "a draft that is not kept");
  await page.reload();
  await openDraft(page);
  await expect(page.getByRole("textbox", { name: "Description" })).toHaveValue("A short one.");
  await mend();
  await expect(kept(page)).toBeVisible();

  await switchOff(stack, ["espresso"], eventId);
  await page.getByRole("button", { name: "Publish 1 change" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Publish" }).click();
  await expect(page.getByText("The menu as customers have it")).toBeVisible();
  expect((await readShop(stack, eventId)).menu.drinks[0]).toMatchObject({
    description: "A short one.",
    available: false,
  });
});

test("B8 a draft is thrown away only when asked twice", async ({ barista, stack }) => {
  const { page } = barista;
  await writeDraft(stack, first.slice(1));
  await openMenu(page, stack);
  await openDraft(page);
  await page.getByRole("button", { name: "Throw away" }).click();
  await hasNoViolation(page, "throw away?");
  await page.getByRole("dialog").getByRole("button", { name: "Throw away" }).click();
  await expect(page.getByText("The menu as customers have it")).toBeVisible();
  await expect.poll(async () => (await readDraft(stack)).drinks.length).toBe(3);
});

test("B8 a ticket still says what to make when its drink has left the menu", async ({ barista, stack }) => {
  const { page } = barista;
  const guest = await ApiUser.signIn(stack, "gone@example.com", eventId);
  const order = await guest.enter();
  await guest.must("PUT", `/orders/${order}`, { drink: "latte", modifiers: ["oat-milk"] });
  await publishMenu(stack, first.slice(0, 1));
  await page.goto(`${stack.baristaUrl}/?eventId=${eventId}`);
  await barista.signIn();
  const ticket = page.getByRole("article").filter({ hasText: "Latte" });
  await expect(ticket.getByText("Oat milk")).toBeVisible();
  await expect(ticket.getByText("Contains oats, gluten")).toBeVisible();
  await guest.must("POST", `/orders/${order}/cancel`, {});
});

function isOff(page: Page, name: string): Promise<boolean> {
  return page.getByRole("radio", { name, disabled: true }).isVisible();
}
