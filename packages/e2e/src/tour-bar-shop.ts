import type { Shop } from "@serverlesspresso/contracts/shop";
import { Actor, type Barista, expect } from "./actors";
import { asked, cut, hang } from "./faults";
import { heading, type See } from "./see";
import { shops } from "./seeds";
import { readShop, setShop } from "./set-shop";

const eventId = shops.sign;
const limits: Partial<Shop["limits"]> = { drinksPerCode: 10, maxOrdersInQueue: 20, lateAfterSeconds: 240 };
const open = { status: "open", message: null, reopensAt: null, lastOrdersAt: null, limits } as const;

/** The shop behind the bar in every state: as managers set it, and as baristas read it. */
export async function seeShop({ page, stack }: Barista, see: See): Promise<void> {
  await setShop(stack, open, eventId);
  await page.goto(`${stack.baristaUrl}/shop?eventId=${eventId}`);
  await new Actor(page, stack, "manager@example.com").signIn();
  await heading(page, "Open");
  await see("shop-open");
  for (const [button, screen] of [
    ["Pause", "shop-pause"],
    ["Last orders", "shop-last-orders"],
    ["Close", "shop-close"],
  ] as const) {
    await page.getByRole("button", { name: button, exact: true }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await see(screen);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toBeHidden();
  }
  await page.getByRole("textbox", { name: "Red after, minutes" }).fill("1");
  await see("shop-refused");
  await page.getByRole("textbox", { name: "Red after, minutes" }).fill("6");
  await page.getByRole("textbox", { name: "Orders at the same time, orders" }).fill("12");
  await seeUnreached({ page, stack }, see);

  const reopensAt = new Date(Date.parse((await readShop(stack, eventId)).serverTime) + 600_000).toISOString();
  const theirs = { status: "paused", message: "The milk is on its way", reopensAt } as const;
  await setShop(stack, { ...theirs, limits: { maxOrdersInQueue: 8 } }, eventId);
  await heading(page, /^Paused until/);
  await see("shop-paused");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("dialog", { name: /has changed the shop meanwhile/ })).toBeVisible();
  await see("shop-compare");
  await page.getByRole("button", { name: "Not now" }).click();
  await page.getByRole("button", { name: "Put back" }).click();
  await setShop(stack, { status: "closed", message: "Back tomorrow at eight", reopensAt: null }, eventId);
  await heading(page, "Closed");
  await see("shop-closed");
  await seeAsBarista({ page, stack }, see);
}

type Bar = Pick<Barista, "page" | "stack">;

async function seeUnreached({ page }: Bar, see: See): Promise<void> {
  const mend = await cut(page, asked.changeShop);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "the shop does not answer" })).toBeVisible();
  await see("shop-unreached");
  await mend();
}

async function seeAsBarista({ page, stack }: Bar, see: See): Promise<void> {
  await page.getByRole("button", { name: "Account" }).click();
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await new Actor(page, stack, "barista@example.com").signIn();
  await heading(page, "Closed");
  await see("shop-read");
  const answer = await hang(page, asked.config);
  await page.reload();
  await expect(page.getByRole("status", { name: "The shop is being fetched" })).toBeVisible();
  await see("shop-loading");
  await answer();
  await setShop(stack, open, eventId);
}
