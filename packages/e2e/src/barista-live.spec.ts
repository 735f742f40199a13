import { expect, test } from "./actors";
import { asked, cut } from "./faults";
import { faultyFeed } from "./faulty-feed";
import { shops } from "./seeds";
import { behindBar, clearBar, hangTicket, hangTickets } from "./tickets";

test.beforeEach(({ stack }) => clearBar(stack));

test("B6 a dead connection that still looks open is told of within 15 s; what changed meanwhile is announced", async ({
  barista,
  stack,
}) => {
  const { page } = barista;
  const taken = await hangTicket(stack);
  const ben = await behindBar(stack, "ben@example.com");
  const feed = await faultyFeed(page);
  await page.clock.install();
  await barista.open(shops.bar);
  await expect(page.getByText(/^live · \d+ s ago/)).toBeVisible();
  feed.silence();
  const back = await Promise.all([cut(page, asked.tickets), cut(page, asked.shop)]);
  const banner = page.getByRole("alert").filter({ hasText: "No connection" });
  await expect(banner).toHaveCount(0);
  await page.clock.runFor(15_000);
  await expect(banner).toBeVisible();

  const fresh = await hangTickets(stack, 2);
  await ben.call("POST", `/orders/${taken.id}/make`);
  feed.mend();
  for (const undo of back) await undo();
  const backAt = Date.now();
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await expect(barista.ticket(taken.number)).toContainText("Ben has it");
  for (const { number } of fresh) await expect(barista.ticket(number)).toBeVisible();
  expect(Date.now() - backAt).toBeLessThan(1_000);
  await expect(banner).toHaveCount(0);
  await expect(page.getByRole("status").filter({ hasText: "2 new, 1 taken by Ben" })).toBeVisible();
});

test("B6 what is tapped without a network is kept over a reload, sent once and in order, its conflicts shown one by one", async ({
  barista,
  stack,
}) => {
  const { page } = barista;
  const [first, second, third] = await hangTickets(stack, 3);
  if (!first || !second || !third) throw new Error("three tickets were hung");
  const ben = await behindBar(stack, "ben@example.com");
  await barista.open(shops.bar);
  const back = await cut(page, asked.command);
  for (const { number } of [third, first, second]) {
    await barista.tap(number, "Make");
    await expect(barista.ticket(number)).toContainText("You have it");
  }
  await barista.tap(third.number, "Complete");
  for (const { id } of [first, second]) await ben.call("POST", `/orders/${id}/make`);
  await page.reload();
  await barista.isLive();

  const sent: string[] = [];
  page.on("request", (request) => {
    const [, id, command] = /orders\/([\w-]+)\/(\w+)\?/.exec(request.url()) ?? [];
    if (request.method() === "POST" && command) sent.push(`${id} ${command}`);
  });
  await back();
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  const notice = page.getByRole("alert");
  await expect(notice.filter({ hasText: `Order ${first.number}: Ben has it.` })).toContainText("1 more");
  await page.getByRole("button", { name: "Next notice" }).click();
  await expect(notice.filter({ hasText: `Order ${second.number}: Ben has it.` })).toBeVisible();
  const ready = page.getByRole("region", { name: "Ready" });
  await expect(ready.getByRole("article", { name: `Order ${third.number}` })).toBeVisible();
  expect([...new Set(sent)]).toEqual([
    `${third.id} make`,
    `${first.id} make`,
    `${second.id} make`,
    `${third.id} complete`,
  ]);
  const { version, state } = await ben.order(third.id);
  expect({ version, state }).toEqual({ version: 5, state: "COMPLETED" });
});
