import { Barista, expect, test } from "./actors";
import { asked, cut } from "./faults";
import { faultyFeed } from "./faulty-feed";
import { shops } from "./seeds";
import { behindBar, clearBar, hangTicket, hangTickets } from "./tickets";
import { withinASecond } from "./within-a-second";

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
  await ben.must("POST", `/orders/${taken.id}/make`);
  feed.mend();
  for (const undo of back) await undo();
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await withinASecond(async () => {
    const shown = await Promise.all(fresh.map(({ number }) => barista.ticket(number).isVisible()));
    const isTaken = await barista.ticket(taken.number).getByText("Ben has it").isVisible();
    return isTaken && shown.every(Boolean);
  });
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
  for (const { id } of [first, second]) await ben.must("POST", `/orders/${id}/make`);
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

test("B6 what is tapped in two tabs of one person shows in both, and each sends its own", async ({
  barista,
  stack,
}) => {
  const { page } = barista;
  const [first, second] = await hangTickets(stack, 2);
  if (!first || !second) throw new Error("two tickets were hung");
  await barista.open(shops.bar);
  const other = new Barista(await page.context().newPage(), stack, barista.email);
  await other.page.goto(page.url());
  await other.isLive();
  const tabs = [barista, other];
  const back = await Promise.all(tabs.map((tab) => cut(tab.page, asked.command)));
  await barista.tap(first.number, "Make");
  await other.tap(second.number, "Make");
  for (const tab of tabs)
    for (const { number } of [first, second]) await expect(tab.ticket(number)).toContainText("You have it");

  const sent = tabs.map((tab) => {
    const ids = new Set<string>();
    tab.page.on("request", (request) => {
      const [, id] = /orders\/([\w-]+)\/make\?/.exec(request.url()) ?? [];
      if (id) ids.add(id);
    });
    return ids;
  });
  for (const undo of back) await undo();
  for (const tab of tabs) await tab.page.evaluate(() => window.dispatchEvent(new Event("online")));
  const ben = await behindBar(stack, "ben@example.com");
  for (const { id } of [first, second]) {
    await expect.poll(async () => (await ben.order(id)).state).toBe("MAKING");
    expect((await ben.order(id)).version).toBe(4);
  }
  expect(sent.map((ids) => [...ids])).toEqual([[first.id], [second.id]]);
});
