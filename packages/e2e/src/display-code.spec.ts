import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "./actors";
import { ApiUser, orderIdOf } from "./api-user";
import { crowd } from "./crowd";
import { faultyFeed } from "./faulty-feed";
import { shops } from "./seeds";
import { shopCodes } from "./shop-code";
import { walls } from "./wall";

const codeOf = (address: string) => new URL(address).searchParams.get("code") ?? "";
/** How long before a code's end the looking begins, and how often one looks. */
const beforeSeconds = 9;
const lookEveryMs = 400;
/** Of the screen's shorter side. */
const smallestCode = 0.3;
/** How many scan the new code. */
const scansAfter = 8;

test("whoever scans is let in, at every instant around the change of the code", async ({
  display,
  stack,
}) => {
  const people = await crowd(stack, 80, shops.window);
  const { current, next, serverTime } = await shopCodes(stack, shops.window);
  const left = (Date.parse(current.validUntil) - Date.parse(serverTime)) / 1000;
  const window = (Date.parse(next.validUntil) - Date.parse(next.validFrom)) / 1000;
  const ahead = left - beforeSeconds + (left < beforeSeconds ? window : 0);
  await stack.advance(Math.max(0.001, ahead));
  await display.open(`?eventId=${shops.window}`);

  const scanned: { code: string; status: number; body: unknown }[] = [];
  for (const each of people) {
    const code = codeOf(await display.address());
    const { status, body } = await each.redeem(code);
    scanned.push({ code, status, body });
    if (scanned.filter((scan) => scan.code !== scanned[0]?.code).length === scansAfter) break;
    await wait(lookEveryMs);
  }
  expect(scanned.filter(({ status }) => status !== 200)).toEqual([]);
  expect(new Set(scanned.map(({ code }) => code)).size, "the code changed meanwhile").toBe(2);
});

test("the code is accompanied by its time, its places and its address, and hides while nobody vouches for it", async ({
  display,
  stack,
}, info) => {
  const { page } = display;
  const feed = await faultyFeed(page);
  await page.clock.install();
  await display.open(`?eventId=${shops.codes}`);
  const code = page.getByRole("link", { name: "Order on this device" });
  const order = page.getByRole("complementary", { name: "Order here" });
  await expect(code).toBeVisible();
  expect(new URL(await display.address()).origin).toBe(stack.customerUrl);
  const { current } = await shopCodes(stack, shops.codes);
  await expect(order).toContainText(new RegExp(`${current.code.slice(0, 5)}\\s${current.code.slice(5)}`));
  await expect(order).toContainText(new URL(stack.customerUrl).host);
  for (const [wall, size] of Object.entries(walls)) {
    await page.setViewportSize(size);
    const { width = 0 } = (await page.getByRole("img", { name: "QR code" }).boundingBox()) ?? {};
    // A camera reads it from ten times its width: from beyond the counter.
    expect(width, wall).toBeGreaterThan(smallestCode * Math.min(size.width, size.height));
    await expect(page.getByRole("img", { name: "QR code" }), wall).toBeInViewport({ ratio: 1 });
  }

  // Told by a push: the page's own clock stands still for whatever it would ask by itself.
  const places = async () => Number(/(\d+) places? left/.exec(await order.innerText())?.[1]);
  const before = await places();
  const guest = await ApiUser.signIn(stack, `place.${info.testId}@example.com`, shops.codes);
  const { body } = await guest.redeem();
  await expect.poll(places, { timeout: 4_000 }).toBe(before - 1);
  await guest.must("POST", `/orders/${orderIdOf({ status: 200, headers: new Headers(), body })}/cancel`);
  await expect.poll(places, { timeout: 4_000 }).toBe(before);

  await page.route(`${stack.apiUrl}/**`, (route) => route.abort("connectionfailed"));
  await feed.end();
  await page.clock.fastForward(17_000);
  await expect(page.getByRole("alert").first()).toContainText("No connection");
  await expect(code).toBeHidden();
  await expect(page.getByText(current.code.slice(0, 5))).toBeHidden();
  await page.clock.fastForward(180_000);
  await expect(page.getByRole("heading", { name: "No connection" })).toBeVisible();

  await page.unroute(`${stack.apiUrl}/**`);
  feed.mend();
  await page.clock.fastForward(12_000);
  await expect(code).toBeVisible();
});

test("the line around the code goes as its time does", async ({ display }) => {
  await display.open(`?eventId=${shops.window}`);
  const ring = display.page.locator("path[stroke-dasharray]").first();
  const gone = async () => -Number(await ring.getAttribute("stroke-dashoffset"));
  const first = await gone();
  expect(first).toBeGreaterThanOrEqual(0);
  // Thirty seconds for the whole: two more are a fifteenth.
  await expect.poll(gone, { timeout: 5_000 }).not.toBeCloseTo(first, 2);
  expect(await gone()).toBeLessThanOrEqual(1);
});
