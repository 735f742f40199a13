import type { Locator } from "@playwright/test";
import { Barista, expect, test } from "./actors";
import { hasNoViolation } from "./axe";
import { shops } from "./seeds";
import { behindBar, clearBar, hangTicket, hangTickets } from "./tickets";

test.beforeEach(({ stack }) => clearBar(stack));

/** Presses the key that a ticket or a drink on the counter shows at its corner. */
async function choose(barista: Barista, ticket: Locator): Promise<void> {
  await expect(ticket).toHaveAttribute("aria-keyshortcuts", /\d/);
  const keys = await ticket.getAttribute("aria-keyshortcuts");
  await barista.page.keyboard.press((keys ?? "").replace(/(\d)/, "Digit$1"));
  await expect(ticket).toBeFocused();
}

test("B9 a shift of ten orders by keyboard alone: chosen, made, completed, collected", async ({
  barista,
  stack,
}) => {
  const { page } = barista;
  const hung = await hangTickets(stack, 10);
  const ana = await behindBar(stack, "barista@example.com");
  await barista.open(shops.bar);
  // The keys are shown once one is used.
  await page.keyboard.press("ArrowRight");
  const counter = page.getByRole("region", { name: "Ready" });
  for (const { number } of hung) {
    await choose(barista, barista.ticket(number));
    await page.keyboard.press("Enter");
    await expect(barista.ticket(number)).toContainText("You have it");
    await expect(barista.ticket(number)).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(barista.gap(number)).toBeFocused();
    // Once too often: nothing, the drink stays where it is.
    await page.keyboard.press("Enter");
    await choose(barista, counter.getByRole("article", { name: `Order ${number}`, exact: true }));
    await page.keyboard.press("Enter");
    await expect(counter.getByRole("group", { name: `Order ${number}: collected` })).toBeFocused();
  }
  for (const { id } of hung) await expect.poll(async () => (await ana.order(id)).state).toBe("COLLECTED");
});

test("B9 Z undoes, R recalls, arrows walk, and the focus stays by its place when tickets move", async ({
  barista,
  stack,
}) => {
  const { page } = barista;
  const [first, second] = await hangTickets(stack, 2);
  if (!first || !second) throw new Error("two tickets were hung");
  const ben = await behindBar(stack, "ben@example.com");
  await barista.open(shops.bar);
  await page.keyboard.press("ArrowRight");
  await expect(barista.ticket(first.number)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(barista.ticket(first.number)).toContainText("You have it");
  await page.keyboard.press("z");
  await expect(barista.ticket(first.number).getByRole("button", { name: "Make" })).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(barista.ticket(second.number)).toBeFocused();
  await page.keyboard.press("1");

  await expect.poll(async () => (await ben.order(first.id)).state).toBe("SUBMITTED");
  expect((await ben.call("POST", `/orders/${first.id}/complete`)).status).toBe(200);
  await expect(barista.gap(first.number)).toBeFocused();
  await expect(barista.ticket(second.number)).toBeFocused();
  // It stands in the first place now, and a key pressed for it just before chooses it still.
  await expect(barista.ticket(second.number)).toHaveAttribute("aria-keyshortcuts", "2");
  await page.keyboard.press("r");
  await expect(barista.ticket(first.number)).toContainText("You have it");
  await expect(barista.ticket(second.number)).toBeFocused();
});

test("B9 ? tells the keys, P is for managers, and a switch on the device turns all of them off", async ({
  barista,
  stack,
}) => {
  const { page } = barista;
  const { number } = await hangTicket(stack);
  await barista.open(shops.bar);
  await page.keyboard.press("p");
  await expect(page.getByRole("alert").filter({ hasText: "Pausing is for managers." })).toBeVisible();
  await page.keyboard.press("Shift+?");
  await expect(page.getByRole("dialog", { name: "By keyboard" })).toBeVisible();
  await hasNoViolation(page, "help for the keys");
  await page.getByRole("checkbox", { name: "Use these keys on this device" }).uncheck();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.reload();
  await expect(barista.ticket(number)).toBeVisible();
  await page.keyboard.press("1");
  await page.keyboard.press("Enter");
  await expect(barista.ticket(number)).not.toBeFocused();
  await expect(barista.ticket(number).getByRole("button", { name: "Make" })).toBeVisible();
});

test("B9 P asks a manager why and until when, over the queue", async ({ barista, stack }) => {
  const { page } = barista;
  await new Barista(page, stack, "manager@example.com").open(shops.bar);
  await page.keyboard.press("p");
  const question = page.getByRole("dialog", { name: "Pause the shop?" });
  await expect(question).toBeVisible();
  await hasNoViolation(page, "pause from the queue");
  await page.keyboard.press("Escape");
  await expect(question).toBeHidden();
  await expect(page).toHaveURL(/\/\?eventId=/);
});
