import { expect, test } from "./actors";
import { faultyFeed } from "./faulty-feed";
import { chimes, hear } from "./heard";
import { shops } from "./seeds";
import { clearBar, hangTicket } from "./tickets";

test.beforeEach(({ stack }) => clearBar(stack));

const tapAnywhere = { position: { x: 5, y: 300 } };

test("B5 a page says that its sound is off until the first tap, is silent on load, and knocks for the first order", async ({
  barista,
  stack,
}) => {
  const { page } = barista;
  const heard = await hear(page);
  await barista.open(shops.bar);
  await page.reload();
  await barista.isLive();
  const switchedOff = page.getByRole("button", { name: "sound off" });
  await expect(switchedOff).toBeVisible();
  await page.locator("body").click(tapAnywhere);
  await expect(page.getByRole("button", { name: "sound on" })).toBeVisible();
  expect(await heard()).toEqual([]);

  const { number } = await hangTicket(stack);
  await expect(barista.ticket(number)).toBeVisible();
  await expect.poll(heard).toEqual(chimes.newOrder);
  await page.reload();
  await expect(barista.ticket(number)).toBeVisible();
  await page.locator("body").click(tapAnywhere);
  await expect(page.getByRole("button", { name: "sound on" })).toBeVisible();
  expect(await heard()).toEqual([]);
});

test("B5 an order that waits long and a lost connection sound each their own way", async ({
  barista,
  stack,
}) => {
  const { page } = barista;
  const feed = await faultyFeed(page);
  const heard = await hear(page);
  await page.clock.install();
  await barista.open(shops.bar);
  await page.locator("body").click(tapAnywhere);
  const { number } = await hangTicket(stack);
  await expect(barista.ticket(number)).toBeVisible();
  await expect.poll(heard).toEqual(chimes.newOrder);
  // Nobody stands at the queue.
  await page.getByRole("link", { name: "Numbers", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Today" })).toBeVisible();
  await page.context().setOffline(true);
  await feed.end();
  await page.clock.runFor(16_000);
  await expect.poll(heard).toEqual([...chimes.newOrder, ...chimes.connectionLost]);
  await page.clock.runFor(110_000);
  await expect.poll(heard).toEqual([...chimes.newOrder, ...chimes.connectionLost, ...chimes.ageing]);
  await page.context().setOffline(false);
});

test("B5 each page of the bar says that it is silent, and then is heard: new orders, once each", async ({
  barista,
  stack,
}) => {
  const { page } = barista;
  const heard = await hear(page);
  await barista.open(shops.bar);
  for (const name of ["Orders", "Numbers", "Menu", "Shop"]) {
    await page.getByRole("link", { name, exact: true }).click();
    await barista.isLive();
    await page.reload();
    await expect(page.getByRole("button", { name: "sound off" })).toBeVisible();
    await barista.isLive();
    await page.locator("body").click(tapAnywhere);
    await expect(page.getByRole("button", { name: "sound on" })).toBeVisible();
    await hangTicket(stack);
    await expect.poll(heard, `on ${name}`).toEqual(chimes.newOrder);
  }
  await page.getByRole("link", { name: "Orders", exact: true }).click();
  await page.getByRole("link", { name: "Walk-up order" }).click();
  await hangTicket(stack);
  await expect.poll(heard, "on the walk-up's page").toEqual([...chimes.newOrder, ...chimes.newOrder]);
});

test("B5 which sounds, and whether any, is kept on the device", async ({ barista, stack }) => {
  const { page } = barista;
  const heard = await hear(page);
  await barista.open(shops.bar);
  await page.getByRole("button", { name: "Account" }).click();
  await page.getByRole("button", { name: "Sounds and keys" }).click();
  await page.getByRole("checkbox", { name: "New order" }).uncheck();
  await page.getByRole("slider", { name: "Volume" }).fill("0.5");
  await page.getByRole("button", { name: "Hear it: Connection lost" }).click();
  await expect.poll(heard).toEqual(chimes.connectionLost);
  await page.reload();
  await barista.isLive();
  await page.locator("body").click(tapAnywhere);
  const { number } = await hangTicket(stack);
  await expect(barista.ticket(number)).toBeVisible();
  await page.getByRole("button", { name: "Account" }).click();
  await page.getByRole("button", { name: "Sounds and keys" }).click();
  await expect(page.getByRole("checkbox", { name: "New order" })).not.toBeChecked();
  await expect(page.getByRole("slider", { name: "Volume" })).toHaveValue("0.5");
  expect(await heard()).toEqual([]);
  await page.getByRole("checkbox", { name: "Sound", exact: true }).uncheck();
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("button", { name: "sound off" })).toBeVisible();
});
