import { Barista, expect, test } from "./actors";
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
  await barista.open(shops.bar);
  const { untouched, heard } = await untouchedTab(barista);
  const { page } = untouched;
  await expect(page.getByRole("button", { name: "sound off" })).toBeVisible();
  await page.locator("body").click(tapAnywhere);
  await expect(page.getByRole("button", { name: "sound on" })).toBeVisible();
  expect(await heard()).toEqual([]);

  const { number } = await hangTicket(stack);
  await expect(untouched.ticket(number)).toBeVisible();
  await expect.poll(heard).toEqual(chimes.newOrder);
  // Somebody has touched the page before: the browser asks for no second tap.
  await page.reload();
  await expect(untouched.ticket(number)).toBeVisible();
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

test("B5 each page of the bar says whether it is heard, and is after a tap: new orders, once each", async ({
  barista,
  stack,
}) => {
  await barista.open(shops.bar);
  for (const name of ["Numbers", "Menu", "Shop", "Orders"]) {
    await barista.page.getByRole("link", { name, exact: true }).click();
    await barista.isLive();
    const { untouched, heard } = await untouchedTab(barista);
    // A browser asks for no tap any more where sounds were heard a few times.
    await expect(untouched.page.getByRole("button", { name: /^sound (off|on)$/ })).toBeVisible();
    await untouched.isLive();
    await untouched.page.locator("body").click(tapAnywhere);
    await expect(untouched.page.getByRole("button", { name: "sound on" })).toBeVisible();
    await hangTicket(stack);
    await expect.poll(heard, `on ${name}`).toEqual(chimes.newOrder);
    await untouched.page.close();
  }
  const { page } = barista;
  const heard = await hear(page);
  await page.reload();
  await expect(page.getByRole("button", { name: "sound on" })).toBeVisible();
  await page.getByRole("link", { name: "Walk-up order" }).click();
  await hangTicket(stack);
  await expect.poll(heard, "on the walk-up's page").toEqual(chimes.newOrder);
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

/** The same page in a tab in which nobody has touched anything yet. */
async function untouchedTab({ page, stack, email }: Barista) {
  const untouched = new Barista(await page.context().newPage(), stack, email);
  const heard = await hear(untouched.page);
  await untouched.page.goto(page.url());
  return { untouched, heard };
}
