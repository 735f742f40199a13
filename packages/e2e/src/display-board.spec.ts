import type { Page } from "@playwright/test";
import { expect, test } from "./actors";
import { ApiUser } from "./api-user";
import { chimes, hear } from "./heard";
import { shops } from "./seeds";
import { clearBoard, fillBoard, legibilityOf, walls } from "./wall";

const inch20FeetAway = 102;

interface Seen {
  column: string;
  numbers: number[];
  /** How many the column's head says there are, and how many its foot says are on other pages. */
  told: number;
  more: number;
}

/** What stands in each column now. */
function columnsOf(page: Page): Promise<Seen[]> {
  return page.evaluate(() =>
    ["Preparing", "Ready"].map((column) => {
      const region = document.querySelector(`section[aria-label="${column}"]`);
      const numbers = [...(region?.querySelectorAll("li .numerals") ?? [])].map((each) =>
        Number(each.textContent),
      );
      const head = region?.querySelector("h2 + p")?.textContent;
      const texts = [...(region?.querySelectorAll(".numerals") ?? [])].map((each) => each.textContent);
      const foot = texts.find((text) => /^\+\d+$/.test(text ?? ""));
      return { column, numbers, told: Number(head), more: Number(foot ?? 0) };
    }),
  );
}

test("D7 the wall rings for a drink that is ready, where its browser lets it sound untouched, and not for what was", async ({
  display,
  stack,
}, info) => {
  const { page } = display;
  const heard = await hear(page, { untilTap: false });
  const before = await fillBoard(stack, shops.wall, `bell.${info.testId}`, { ready: 1 });
  await display.open(`?eventId=${shops.wall}`);
  await page.reload();
  const ready = page.getByRole("region", { name: "Ready" }).getByRole("listitem");
  await expect(ready).toHaveCount(1);
  expect(await heard()).toEqual([]);
  const orders = await fillBoard(stack, shops.wall, `rings.${info.testId}`, { ready: 1 });
  await expect(ready).toHaveCount(2);
  await expect.poll(heard).toEqual(chimes.ready);
  await clearBoard(stack, shops.wall, [...before, ...orders]);
});

test("sixty open orders are all on the wall, on pages of eight seconds at most, each large enough", async ({
  display,
  stack,
}, info) => {
  test.setTimeout(180_000);
  const orders = await fillBoard(stack, shops.wall, `sixty.${info.testId}`, {
    waiting: 36,
    making: 6,
    ready: 18,
  });
  const { page } = display;
  await page.clock.install();
  await display.open(`?eventId=${shops.wall}`);
  for (const [wall, size] of Object.entries(walls)) {
    await page.setViewportSize(size);
    await expect.poll(async () => (await columnsOf(page)).map(({ told }) => told)).toEqual([42, 18]);
    const seen = new Map<string, Set<number>>();
    const stood = new Map<string, { page: string; seconds: number }>();
    const scale = Math.min(size.width, size.height) / 1080;
    let measured = 0;
    for (let second = 0; second < 45; second += 1) {
      for (const { column, numbers, told, more } of await columnsOf(page)) {
        expect(numbers.length + more, `${wall}: every order stands here or is counted`).toBe(told);
        const known = seen.get(column) ?? new Set();
        seen.set(column, new Set([...known, ...numbers]));
        const before = stood.get(column);
        const shown = numbers.join(" ");
        const seconds = before?.page === shown ? before.seconds + 1 : 0;
        stood.set(column, { page: shown, seconds });
        if (more > 0) expect(seconds, `${wall}: ${shown}`).toBeLessThan(8);
      }
      if ([...stood.values()].some(({ seconds }) => seconds === 0)) {
        const heights = (await legibilityOf(page, "li .numerals")).map(({ capitalHeight }) => capitalHeight);
        expect(Math.min(...heights), wall).toBeGreaterThanOrEqual(inch20FeetAway * scale);
        measured += heights.length;
      }
      await Promise.all([stack.advance(1), page.clock.fastForward(1_000)]);
    }
    expect(seen.get("Preparing")?.size, wall).toBe(42);
    expect(seen.get("Ready")?.size, wall).toBe(18);
    expect(measured, wall).toBeGreaterThanOrEqual(60);
  }
  await clearBoard(stack, shops.wall, orders);
});

test("an order keeps its place while others come and go, and stands large for ten seconds once it is ready", async ({
  display,
  stack,
}, info) => {
  const { page } = display;
  await page.clock.install();
  await display.open(`?eventId=${shops.few}`);
  const preparing = page.getByRole("region", { name: "Preparing" });
  const large = page.getByRole("region", { name: "Ready" }).getByRole("status");
  const ana = await ApiUser.signIn(stack, "barista@example.com", shops.few);
  for (const [wall, size] of Object.entries(walls)) {
    await page.setViewportSize(size);
    const guests = `stable.${wall}.${info.testId}`;
    const [first, second, third] = await fillBoard(stack, shops.few, guests, { waiting: 3 });
    await expect(preparing.getByRole("listitem").filter({ hasText: /\d/ }), wall).toHaveCount(3);
    const [, , numberOfThird] = (await columnsOf(page))[0]?.numbers ?? [];
    const place = await placeOf(numberOfThird ?? 0);

    await ana.must("POST", `/orders/${first}/cancel`, { reason: "Left" });
    await ana.must("POST", `/orders/${second}/complete`);
    await expect(large, wall).toContainText("is ready");
    const [newest] = (await columnsOf(page))[1]?.numbers ?? [];
    expect(await large.innerText()).toContain(String(newest));
    expect(await placeOf(numberOfThird ?? 0), wall).toEqual(place);
    const scale = Math.min(size.width, size.height) / 1080;
    const [shown] = (await legibilityOf(page)).filter(({ text }) => text === String(newest)).sort(byHeight);
    expect(shown?.capitalHeight, wall).toBeGreaterThan(1.5 * inch20FeetAway * scale);

    await Promise.all([stack.advance(10), page.clock.fastForward(10_000)]);
    await expect(large, wall).toBeHidden();
    await expect(display.shows(newest ?? 0, "Ready")).toBeVisible();
    expect(await placeOf(numberOfThird ?? 0), wall).toEqual(place);
    await clearBoard(stack, shops.few, [second ?? "", third ?? ""]);
  }

  /** From the head of its column: the whole picture wanders. */
  async function placeOf(number: number) {
    const head = await preparing.getByRole("heading").boundingBox();
    const box = await display.shows(number, "Preparing").boundingBox();
    return head && box && { ...box, x: box.x - head.x, y: box.y - head.y };
  }
});

test("drinks are drawn where the shop wishes, and elsewhere numbers have their room", async ({
  display,
  stack,
}, info) => {
  const orders = await fillBoard(stack, shops.few, `drinks.${info.testId}`, { waiting: 2, making: 1 });
  const { page } = display;
  await display.open(`?eventId=${shops.few}`);
  const places = page
    .getByRole("region", { name: "Preparing" })
    .getByRole("listitem")
    .filter({ hasText: /\d/ });
  await expect(places.locator("svg")).toHaveCount(3);
  await page.goto(`${stack.displayUrl}/?eventId=${shops.few}&drinks=off`);
  await expect(places).toHaveCount(3);
  await expect(places.locator("svg")).toHaveCount(0);
  await expect(places.filter({ hasText: "Espresso" })).toHaveCount(0);
  await page.goto(`${stack.displayUrl}/?eventId=${shops.few}`);
  await expect(places).toHaveCount(3);
  await expect(places.locator("svg"), "it is kept").toHaveCount(0);
  await clearBoard(stack, shops.few, orders);
});

function byHeight(a: { capitalHeight: number }, b: { capitalHeight: number }): number {
  return b.capitalHeight - a.capitalHeight;
}
