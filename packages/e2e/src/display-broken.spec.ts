import { expect, test } from "./actors";
import { breakPage, mendPage } from "./break-page";
import { heading } from "./see";
import { shops } from "./seeds";

test("a board that breaks says so, tries itself again, and loads itself anew if that does not help", async ({
  display,
}) => {
  const { page } = display;
  await page.clock.install();
  await display.open(`?eventId=${shops.quiet}`);
  const loads: string[] = [];
  page.on("load", () => loads.push(page.url()));
  const board = page.getByRole("region", { name: "Preparing" });

  // Time passes only where it is said from here on: two seconds later the board tries itself again.
  await page.clock.pauseAt(Date.now() + 1_000);
  await breakPage(page);
  await page.clock.runFor(1_000);
  await heading(page, "One moment");
  await expect(page.getByRole("alert").first()).toContainText("numbers are called at the counter");
  await expect(board).toBeHidden();
  await mendPage(page);
  await page.clock.runFor(2_000);
  await page.clock.resume();
  await expect(board).toBeVisible();
  expect(loads).toEqual([]);

  // So soon after it has tried, only a new page helps.
  await breakPage(page);
  await page.clock.runFor(1_000);
  await heading(page, "One moment");
  await page.clock.runFor(6_000);
  await expect.poll(() => loads.length).toBe(1);
  await expect(board).toBeVisible();
});
