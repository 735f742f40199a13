import { chromium, type Page } from "@playwright/test";
import { test as base, Display, expect } from "./actors";
import { startKiosk } from "./kiosk";
import { runStack } from "./run-stack";
import { shops } from "./seeds";
import { setShop } from "./set-shop";
import { Stack } from "./stack";
import { clearBoard, fillBoard } from "./wall";

const rightAgainMs = 30_000;
const daySeconds = 86_400;

// What is killed here is nobody else's, and the clock goes weeks ahead.
const test = base.extend<{ alone: Stack; wall: Display }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs off this pattern
  alone: async ({}, use, info) => {
    await runStack(new Stack(300 + info.parallelIndex * 10), use);
  },
  wall: async ({ display, alone }, use) => use(new Display(display.page, alone, "display@example.com")),
});

const live = (page: Page) => page.getByRole("status").filter({ hasText: /^live/i });

/** Lets every renewal of the sign-in be carried out, and none of their answers arrive; counts them. */
async function loseRenewals(page: Page): Promise<{ count: number }> {
  const lost = { count: 0 };
  await page.route(
    (url) => url.pathname === "/",
    async (route) => {
      const { "x-amz-target": target = "" } = route.request().headers();
      if (!target.endsWith("GetTokensFromRefreshToken")) return route.fallback();
      await route.fetch();
      lost.count += 1;
      await route.abort("connectionreset");
    },
  );
  return lost;
}

/** How long until the page is right again by itself. */
async function healed(right: () => Promise<void>): Promise<number> {
  const began = Date.now();
  await right();
  const ms = Date.now() - began;
  expect(ms).toBeLessThan(rightAgainMs);
  return Math.round(ms / 100) / 10;
}

test("a screen that was signed in once outlives a killed back end, ten minutes without a network and months", async ({
  wall,
  alone,
}, info) => {
  test.setTimeout(240_000);
  const { page } = wall;
  const tell = (what: string, seconds: number) =>
    info.annotations.push({ type: "right again", description: `${what}: ${seconds} s` });
  await page.clock.install();
  await wall.open("?eventId=doors");
  const orders = await fillBoard(alone, shops.doors, "before", { waiting: 2 });
  await expect(wall.shows(2, "Preparing")).toBeVisible();

  await alone.kill();
  await expect(live(page)).toBeHidden();
  await page.clock.fastForward(16_000);
  await expect(page.getByRole("alert").first()).toContainText("No connection");
  await alone.start();
  const afterKill = await healed(async () => {
    await expect(live(page)).toBeVisible({ timeout: rightAgainMs });
    await expect(page.getByRole("alert").filter({ hasText: "No connection" })).toBeHidden();
  });
  tell("after a killed back end", afterKill);
  await expect(wall.shows(2, "Preparing")).toBeVisible();

  await page.context().setOffline(true);
  await page.clock.runFor(30_000);
  await page.clock.fastForward(570_000);
  await expect(page.getByRole("heading", { name: "No connection" })).toBeVisible();
  await expect(page.getByText("2", { exact: true })).toBeHidden();
  orders.push(...(await fillBoard(alone, shops.doors, "meanwhile", { waiting: 1 })));
  await page.context().setOffline(false);
  const afterNetwork = await healed(() =>
    expect(wall.shows(3, "Preparing")).toBeVisible({ timeout: rightAgainMs }),
  );
  tell("after ten minutes without a network", afterNetwork);
  await clearBoard(alone, shops.doors, orders);

  // Its token was renewed, the answer lost, and for longer than any grace it could not try again.
  await alone.advance(100 * daySeconds);
  const lost = await loseRenewals(page);
  await page.reload();
  await expect.poll(() => lost.count).toBeGreaterThan(0);
  await page.context().setOffline(true);
  await page.unrouteAll({ behavior: "ignoreErrors" });
  await alone.advance(600);
  await page.context().setOffline(false);
  await page.reload();
  await expect(page.getByRole("heading", { name: "What may we make you?" })).toBeVisible();
  await alone.advance(300 * daySeconds);
  await page.reload();
  await expect(page.getByRole("heading", { name: "This screen is not signed in" })).toBeVisible();
  await wall.signIn();
  await expect(page.getByRole("heading", { name: "What may we make you?" })).toBeVisible();
});

test("a screen whose tab has crashed is back by itself, still signed in", async ({
  stack,
  launchOptions,
}, info) => {
  const port = Number(new URL(stack.displayUrl).port) + 800;
  const kiosk = startKiosk(
    `${stack.displayUrl}/?eventId=${shops.quiet}`,
    port,
    launchOptions.executablePath ?? chromium.executablePath(),
  );
  try {
    const first = await kiosk.attach();
    const [page] = first.contexts()[0]?.pages() ?? [];
    if (!page) throw new Error("the kiosk shows nothing");
    const screen = new Display(page, stack, "display@example.com");
    await screen.signIn();
    await expect(page.getByRole("region", { name: "Preparing" })).toBeVisible();
    const gone = new Promise((done) => first.once("disconnected", done));
    const devtools = await page.context().newCDPSession(page);
    void devtools.send("Page.crash").catch(() => undefined);
    const seconds = await healed(async () => {
      await gone;
      const again = await kiosk.attach();
      const [restarted] = again.contexts()[0]?.pages() ?? [];
      if (!restarted) throw new Error("the kiosk shows nothing");
      await expect(restarted.getByRole("region", { name: "Preparing" })).toBeVisible();
    });
    info.annotations.push({ type: "right again", description: `after a crashed tab: ${seconds} s` });
  } finally {
    await kiosk.stop();
  }
});

test("a newer version is taken when the shop is closed, and never before", async ({ display, stack }) => {
  const { page } = display;
  await page.clock.install();
  await display.open(`?eventId=${shops.shut}`);
  const loads: string[] = [];
  page.on("load", () => loads.push(page.url()));
  await page.route(
    (url) => url.origin === stack.displayUrl && url.pathname === "/",
    async (route) => {
      // The page itself comes from where it is: of one made up here Chromium would not know which network it is on.
      if (route.request().resourceType() === "document") return route.fallback();
      const response = await route.fetch();
      const newer = `<script src="/_next/static/chunks/newer.js" async></script></body>`;
      await route.fulfill({ response, body: (await response.text()).replace("</body>", newer) });
    },
  );
  for (let minutes = 0; minutes < 15; minutes += 5) await page.clock.fastForward("05:00");
  await expect(live(page)).toBeVisible();
  expect(loads).toEqual([]);
  await setShop(stack, { status: "closed" }, shops.shut);
  await expect(page.getByRole("heading", { name: "The bar is closed" })).toBeVisible();
  await expect.poll(() => loads.length).toBe(1);
  await expect(page.getByRole("heading", { name: "The bar is closed" })).toBeVisible();
  await setShop(stack, { status: "open" }, shops.shut);
  await expect(page.getByRole("region", { name: "Preparing" })).toBeVisible();
  expect(loads).toHaveLength(1);
});

test("a page that has stood for a day is loaded anew when the shop is closed, whatever happened on that day", async ({
  display,
  stack,
}) => {
  const { page } = display;
  await page.clock.install();
  await display.open(`?eventId=${shops.shut}`);
  const loads: string[] = [];
  page.on("load", () => loads.push(page.url()));
  await page.clock.fastForward("11:00:00");
  await page.context().setOffline(true);
  await page.clock.fastForward("04:00");
  await expect(page.getByRole("heading", { name: "No connection" })).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByRole("region", { name: "Preparing" })).toBeVisible();
  await setShop(stack, { status: "closed" }, shops.shut);
  await expect(page.getByRole("heading", { name: "The bar is closed" })).toBeVisible();
  expect(loads).toEqual([]);
  await page.clock.fastForward("01:05:00");
  await expect.poll(() => loads.length).toBe(1);
  await setShop(stack, { status: "open" }, shops.shut);
  await expect(page.getByRole("region", { name: "Preparing" })).toBeVisible();
});

test("a page whose scripts are gone loads itself anew as soon as they are there", async ({
  display,
  stack,
}) => {
  const { page } = display;
  let broken = true;
  await page.route(/\/_next\/static\/.*\.js$/, async (route) => {
    if (broken) return route.fulfill({ status: 404, body: "" });
    return route.fallback();
  });
  await page.goto(stack.displayUrl);
  await expect(page.getByRole("button", { name: "Send code" })).toBeHidden();
  broken = false;
  await healed(() =>
    expect(page.getByRole("button", { name: "Send code" })).toBeVisible({ timeout: rightAgainMs }),
  );
});

test("the screen is kept awake, again after it was hidden, and its picture wanders", async ({ display }) => {
  const { page } = display;
  await page.clock.install();
  await page.addInitScript(() => {
    const held = { count: 0, release() {} };
    Object.assign(window, { held });
    const request = async () => {
      held.count += 1;
      const lock = { released: false, release: async () => undefined };
      held.release = () => {
        lock.released = true;
      };
      return lock;
    };
    Object.defineProperty(navigator, "wakeLock", { value: { request } });
  });
  await display.open(`?eventId=${shops.quiet}`);
  const held = () => page.evaluate(() => Reflect.get(window, "held").count);
  expect(await held()).toBe(1);
  await page.evaluate(() => {
    Reflect.get(window, "held").release();
    document.dispatchEvent(new Event("visibilitychange"));
  });
  expect(await held()).toBe(2);

  const corner = async () => (await page.locator("main").boundingBox()) ?? { x: 0, y: 0 };
  // Until it has moved it stands where it also stands in one minute of nine.
  await page.clock.fastForward("01:00");
  for (let minute = 0; minute < 5; minute += 1) {
    const before = await corner();
    await page.clock.fastForward("01:00");
    await expect.poll(corner).not.toEqual(before);
    const { x, y } = await corner();
    // Text between two pixels is blurred.
    expect(Number.isInteger(x) && Number.isInteger(y)).toBe(true);
  }
});
