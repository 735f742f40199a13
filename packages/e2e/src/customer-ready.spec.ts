import type { Page } from "@playwright/test";
import { expect, test } from "./actors";
import { hasNoViolation } from "./axe";
import { heading } from "./see";

interface Noticed {
  strikes: number;
  vibrations: number;
  screens: string[];
}

/** Stands in for bell, motor and screen, and notes what they were asked to do. */
async function noticeAlerts(page: Page): Promise<() => Promise<Noticed>> {
  await page.addInitScript(() => {
    const noticed: Noticed = { strikes: 0, vibrations: 0, screens: [] };
    Object.assign(window, { noticed });
    const create = AudioContext.prototype.createOscillator;
    AudioContext.prototype.createOscillator = function () {
      noticed.strikes += 1;
      return create.call(this);
    };
    const vibrate = () => {
      noticed.vibrations += 1;
      return true;
    };
    const wakeLock = {
      async request() {
        noticed.screens.push("on");
        const release = async () => void noticed.screens.push("off");
        return Object.assign(new EventTarget(), { released: false, release });
      },
    };
    Object.defineProperties(navigator, { vibrate: { value: vibrate }, wakeLock: { value: wakeLock } });
  });
  return () => page.evaluate(() => (window as unknown as { noticed: Noticed }).noticed); // set above
}

/** What a page on plain http of a local network does not have. */
async function withoutSecureContext(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const missing = [
      [Navigator.prototype, ["wakeLock", "vibrate", "locks", "serviceWorker", "credentials"]],
      [Crypto.prototype, ["randomUUID", "subtle"]],
      [window, ["AudioContext", "Notification"]],
    ] as const;
    for (const [owner, names] of missing) for (const name of names) Reflect.deleteProperty(owner, name);
  });
}

test("C7 a drink that is ready rings, vibrates, says so in the tab, and the screen stayed on for it when asked", async ({
  customer,
  barista,
}) => {
  const { page } = customer;
  const noticed = await noticeAlerts(page);
  await Promise.all([customer.enter(), barista.open()]);
  const number = await customer.order("Latte");
  const icon = page.locator('link[rel~="icon"]').last();
  const before = await icon.getAttribute("href");
  await page.getByRole("button", { name: "Keep the screen on" }).click();
  await expect(page.getByRole("button", { name: "Screen stays on" })).toHaveAttribute("aria-pressed", "true");
  expect(await noticed()).toEqual({ strikes: 0, vibrations: 0, screens: ["on"] });

  await barista.tap(number, "Complete");
  await expect(page).toHaveTitle(new RegExp(`^${number} is ready`));
  await expect.poll(async () => (await noticed()).strikes).toBeGreaterThan(0);
  expect(await noticed()).toMatchObject({ vibrations: 1, screens: ["on"] });
  expect(await icon.getAttribute("href")).not.toBe(before);
  await barista.tap(number, "Collect");
  await heading(page, "Collected. Enjoy it.");
  await expect.poll(async () => (await noticed()).screens).toEqual(["on", "off"]);
});

test("C7 without a secure context, sound or motor an order goes all its way and says that it is ready", async ({
  customer,
  barista,
}) => {
  const { page } = customer;
  const broken: string[] = [];
  page.on("pageerror", (error) => broken.push(error.message));
  await withoutSecureContext(page);
  await Promise.all([customer.enter(), barista.open()]);
  const number = await customer.order("Latte");
  await expect(page.getByRole("button", { name: "Keep the screen on" })).toHaveCount(0);
  await barista.tap(number, "Complete");
  await heading(page, "Your latte is ready.");
  await expect(page).toHaveTitle(new RegExp(`^${number} is ready`));
  await barista.tap(number, "Collect");
  await heading(page, "Collected. Enjoy it.");
  expect(broken).toEqual([]);
});

if (process.env.TEST_FULL) {
  test("C7 a page that was loaded anew says that its sound is off, and a tap lets it ring", async ({
    customer,
    barista,
  }) => {
    const { page } = customer;
    const noticed = await noticeAlerts(page);
    await Promise.all([customer.enter(), barista.open()]);
    const number = await customer.order("Latte");
    await page.reload();
    const off = page.getByRole("button", { name: /Sound off/ });
    await hasNoViolation(page, "sound off");
    await off.click();
    await expect(off).toBeHidden();
    await barista.tap(number, "Complete");
    await expect.poll(async () => (await noticed()).strikes).toBeGreaterThan(0);
    await barista.tap(number, "Collect");
  });
}
