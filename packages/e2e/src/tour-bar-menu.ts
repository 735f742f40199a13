import { Drink } from "@serverlesspresso/contracts/menu";
import { Actor, type Barista, expect } from "./actors";
import { switchOff } from "./change-menu";
import { asked, cut, hang } from "./faults";
import { publishMenu, writeDraft } from "./menu-of";
import type { See } from "./see";
import { menuToChange, shops } from "./seeds";

const eventId = shops.menu;
const first = menuToChange.map((drink) => Drink.parse(drink));

/** The menu behind the bar in every state: what is on sale, the draft, its preview, two who edit it. */
export async function seeMenu({ page, stack }: Barista, see: See): Promise<void> {
  await publishMenu(stack, first);
  await switchOff(stack, ["latte", "oat-milk"], eventId);
  await page.goto(`${stack.baristaUrl}/menu?eventId=${eventId}`);
  await new Actor(page, stack, "manager@example.com").signIn();
  await expect(page.getByRole("switch", { name: "Latte on sale" })).not.toBeChecked();
  await see("menu-on-sale");
  await page.getByRole("tab", { name: "Draft" }).click();
  await expect(page.getByRole("textbox", { name: "Name", exact: true })).toHaveValue("Espresso");
  await see("menu-draft");
  await seeEdits({ page, stack }, see);
  await page.getByRole("tab", { name: "Preview" }).click();
  await page.getByRole("radio", { name: "Cappuccino" }).check();
  await see("menu-preview");
  await page.getByRole("button", { name: /^Publish/ }).click();
  await expect(page.getByRole("dialog", { name: "Publish this menu?" })).toBeVisible();
  await see("menu-publish");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Throw away" }).click();
  await expect(page.getByRole("dialog", { name: "Throw the draft away?" })).toBeVisible();
  await see("menu-throw-away");
  await page.keyboard.press("Escape");
  await seeConflict({ page, stack }, see);
  await seeAsBarista({ page, stack }, see);
}

type Bar = Pick<Barista, "page" | "stack">;

async function seeEdits({ page }: Bar, see: See): Promise<void> {
  const kept = page.getByText(/^Draft kept/);
  await page.getByRole("textbox", { name: "Name of a new drink" }).fill("Cappuccino");
  await page.getByRole("button", { name: "Add drink" }).click();
  await page.getByRole("button", { name: "Layer on top" }).click();
  await page.getByRole("textbox", { name: "Name of a new option" }).fill("Milk");
  await page.getByRole("button", { name: "Add option" }).click();
  await expect(kept).toBeVisible();
  await see("menu-new-drink");
  await page.getByRole("button", { name: "Add choice" }).scrollIntoViewIfNeeded();
  await see("menu-options");
  const name = page.getByRole("textbox", { name: "Name", exact: true });
  await name.fill("");
  await expect(page.getByText("Not kept yet: something is missing")).toBeVisible();
  await see("menu-incomplete");
  const mend = await cut(page, asked.editDraft);
  await name.fill("Cappuccino");
  await page.getByRole("textbox", { name: "Description" }).fill("With a hat of foam.");
  await expect(page.getByText("The shop does not answer: kept on this device")).toBeVisible();
  await see("menu-unreached");
  await mend();
  await expect(kept).toBeVisible();
}

async function seeConflict({ page, stack }: Bar, see: See): Promise<void> {
  await page.getByRole("tab", { name: "Draft" }).click();
  const theirs = first.map((drink) =>
    drink.id === "latte" ? { ...drink, vessel: "glass" as const } : drink,
  );
  await writeDraft(stack, theirs);
  await page.getByRole("button", { name: /^Latte/ }).click();
  await page.getByRole("radio", { name: "Paper cup" }).check();
  await expect(page.getByRole("dialog", { name: /has changed the draft meanwhile/ })).toBeVisible();
  await see("menu-compare");
  await page.getByRole("button", { name: /^Take / }).click();
  await expect(page.getByText(/^Draft kept/)).toBeVisible();
}

async function seeAsBarista({ page, stack }: Bar, see: See): Promise<void> {
  await page.getByRole("button", { name: "Account" }).click();
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await new Actor(page, stack, "barista@example.com").signIn();
  await expect(page.getByRole("switch", { name: "Latte on sale" })).toBeVisible();
  await see("menu-barista");
  const answer = await hang(page, asked.config);
  await page.reload();
  await expect(page.getByRole("status", { name: "The menu is being fetched" })).toBeVisible();
  await see("menu-loading");
  await answer();
  await switchOff(stack, [], eventId);
}
