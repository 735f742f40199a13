import { expect, test } from "./actors";
import { breakPage } from "./break-page";
import { shops } from "./seeds";
import { behindBar, clearBar, hangTicket } from "./tickets";

test.beforeEach(({ stack }) => clearBar(stack));

test("the bar's page that breaks is there again by itself", async ({ barista, stack }) => {
  const { page } = barista;
  const { id, number } = await hangTicket(stack);
  const ben = await behindBar(stack, "ben@example.com");
  await barista.open(shops.bar);
  await expect(barista.ticket(number)).toBeVisible();
  await breakPage(page, "ages");
  await ben.must("POST", `/orders/${id}/make`);
  await expect(page.getByRole("heading", { name: "This page spilt something." })).toBeVisible();
  await expect(barista.ticket(number)).toContainText("Ben has it");
});

test("without a network the bar's sheets open, and its pages, which this one has not shown before", async ({
  barista,
  stack,
}) => {
  const { page } = barista;
  const { number } = await hangTicket(stack);
  await page.clock.install();
  await barista.open(shops.bar);
  await expect(barista.ticket(number)).toBeVisible();
  await page.waitForLoadState("networkidle");
  await page.clock.fastForward("20:00");
  await page.context().setOffline(true);
  await barista.ticket(number).getByRole("button", { name: "More" }).click();
  await expect(page.getByRole("dialog", { name: `Order ${number}` })).toBeVisible();
  await page.getByRole("button", { name: "Keep everything" }).click();
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  await page.getByRole("link", { name: "Orders" }).click();
  await expect(page).toHaveURL(/\/orders/);
  await page.getByRole("link", { name: "To the queue" }).click();
  await expect(barista.ticket(number)).toBeVisible();
  expect(await page.evaluate(() => "sameDocument" in window)).toBe(true);
  await page.context().setOffline(false);
});
