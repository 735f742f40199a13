import { test as base, type Page } from "@playwright/test";
import { Barista, Display, expect } from "./actors";
import { runStack } from "./run-stack";
import { shops } from "./seeds";
import { Stack } from "./stack";
import { behindBar, hangTicket } from "./tickets";

const lagSeconds = 120;

const test = base.extend<{ stack: Stack }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs off this pattern
  stack: async ({}, use, info) => {
    const flags = ["--index-lag", String(lagSeconds)];
    await runStack(new Stack(340 + info.parallelIndex * 10, flags), use);
  },
});

/** The connection seems to have been lost: the page takes a new snapshot, which knows nothing of the newest. */
async function resync(page: Page, list: RegExp): Promise<void> {
  const answered = page.waitForResponse(list);
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await (await answered).finished();
}

if (process.env.TEST_FULL) {
  test("what the tables' indexes do not know yet is on every screen, and stays there over a resync", async ({
    browser,
    stack,
  }) => {
    const [barPage, wallPage] = [await browser.newPage(), await browser.newPage()];
    const barista = new Barista(barPage, stack, "barista@example.com");
    const display = new Display(wallPage, stack, "display@example.com");
    await barista.open(shops.bar);
    await display.open(`?eventId=${shops.bar}`);
    const ben = await behindBar(stack, "ben@example.com");
    const resyncAll = async () => {
      await resync(barPage, /\/orders\?.*state=open/);
      await resync(wallPage, /\/orders\?/);
    };

    const { id, number } = await hangTicket(stack);
    const counter = barPage.getByRole("region", { name: "Ready" });
    const drink = counter.getByRole("article", { name: `Order ${number}`, exact: true });
    // A snapshot without it puts it in doubt, and the next one, two seconds later, decides.
    await expect(barista.ticket(number)).toBeVisible();
    await resync(barPage, /\/orders\?.*state=open/);
    await expect(barista.ticket(number)).toBeVisible();
    await expect(display.shows(number, "Preparing")).toBeVisible();
    await resync(wallPage, /\/orders\?/);
    await expect(display.shows(number, "Preparing")).toBeVisible();
    await stack.advance(lagSeconds);

    // A snapshot in which it is still to be made takes nothing back.
    expect((await ben.call("POST", `/orders/${id}/complete`)).status).toBe(200);
    await expect(drink).toBeVisible();
    await expect(display.shows(number, "Ready")).toBeVisible();
    await resyncAll();
    await expect(drink).toBeVisible();
    await expect(barista.ticket(number)).toHaveCount(1);
    await expect(display.shows(number, "Ready")).toBeVisible();
    await stack.advance(lagSeconds);

    // A snapshot in which it still stands on the counter does not bring it back.
    expect((await ben.call("POST", `/orders/${id}/collect`)).status).toBe(200);
    await expect(drink).toBeHidden();
    await expect(display.shows(number, "Ready")).toBeHidden();
    await resyncAll();
    await expect(drink).toBeHidden();
    await expect(display.shows(number, "Ready")).toBeHidden();
  });
}
