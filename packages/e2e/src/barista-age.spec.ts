import { expect, test } from "./actors";
import { hasNoViolation } from "./axe";
import { faultyFeed } from "./faulty-feed";
import { shops } from "./seeds";
import { clearBar, hangTicket } from "./tickets";

test.beforeEach(({ stack }) => clearBar(stack));

test("B4 a ticket turns after two and four minutes of the shop, in words, icon and colour, whatever the device's clock", async ({
  barista,
  stack,
}) => {
  const { page } = barista;
  const { number } = await hangTicket(stack);
  await page.clock.install({ time: Date.now() - 3_600_000 });
  await barista.open(shops.bar);
  const band = barista.ticket(number).locator("[data-age]");
  const looks: string[] = [];
  for (const [words, minutes] of [
    ["waiting", 0],
    ["ageing", 2],
    ["late", 2],
  ] as const) {
    if (minutes > 0) await stack.advance(minutes * 60);
    await page.reload();
    await expect(band).toContainText(words);
    const look = await band.evaluate(
      (element) => getComputedStyle(element).backgroundColor + element.querySelector("svg")?.innerHTML,
    );
    looks.push(look);
    await hasNoViolation(page, words);
  }
  expect(new Set(looks).size).toBe(3);
});

test("B4 an age that nobody vouches for is greyed, and says so", async ({ barista, stack }) => {
  const { page } = barista;
  const { number } = await hangTicket(stack);
  const feed = await faultyFeed(page);
  await page.clock.install();
  await barista.open(shops.bar);
  await page.context().setOffline(true);
  await feed.end();
  await page.clock.runFor(130_000);
  await expect(barista.ticket(number).locator("[data-age]")).toContainText("or more");
  await hasNoViolation(page, "no connection");
  await page.context().setOffline(false);
});
