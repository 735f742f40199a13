import type { Page } from "@playwright/test";
import { expect, test } from "./actors";

/** What the browser refuses a page by its policy, as it tells the console. */
function refusals(page: Page): string[] {
  const told: string[] = [];
  page.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) told.push(message.text());
  });
  return told;
}

test("an order goes all its way; no page's policy refuses anything of ours, and a phone asks for no stylesheet", async ({
  customer,
  barista,
  display,
}) => {
  const told = [customer, barista, display].map(({ page }) => refusals(page));
  const sheets: string[] = [];
  customer.page.on("request", (request) => {
    if (request.resourceType() === "stylesheet") sheets.push(request.url());
  });
  await Promise.all([customer.enter(), barista.open(), display.open()]);
  await customer.page.evaluate(() => Object.assign(window, { sameDocument: true }));
  await customer.page.getByRole("link", { name: "My orders" }).click();
  await expect(customer.page.getByRole("heading", { name: "My orders" })).toBeVisible();
  await customer.page.goBack();
  const number = await customer.order("Espresso");
  expect(await customer.page.evaluate(() => "sameDocument" in window)).toBe(true);
  await barista.tap(number, "Complete");
  await expect(customer.status(/ready/i)).toBeVisible();
  await expect(display.shows(number, "Ready")).toBeVisible();
  await customer.page.emulateMedia({ colorScheme: "dark" });
  await barista.tap(number, "Collect");
  await expect(customer.status(/collected|enjoy/i)).toBeVisible();
  expect(told.flat()).toEqual([]);
  expect(sheets).toEqual([]);
});

test("a script that was not built into the page does not run, and nothing leaves for elsewhere", async ({
  browser,
  stack,
}) => {
  for (const url of [stack.customerUrl, stack.baristaUrl, stack.displayUrl]) {
    const page = await browser.newPage();
    const told = refusals(page);
    await page.goto(url);
    const escaped = await page.evaluate(async () => {
      const script = document.createElement("script");
      script.textContent = "window.escaped = 'script'";
      document.head.append(script);
      document.body.insertAdjacentHTML("beforeend", `<img src="x:" onerror="window.escaped = 'handler'">`);
      document.body.insertAdjacentHTML("beforeend", '<a href="javascript:window.escaped = 1">go</a>');
      document.querySelector<HTMLElement>('a[href^="javascript:"]')?.click();
      // Outside of what the browser's driver evaluates, which is free of the page's policy.
      const evaluated = await new Promise((done) => {
        setTimeout(() => {
          try {
            done(new Function("return 'evaluated'")());
          } catch {
            done(undefined);
          }
        });
      });
      const reached = await fetch("https://example.com/").then(
        () => "reached",
        () => undefined,
      );
      return ["escaped" in window, evaluated, reached];
    });
    expect(escaped).toEqual([false, undefined, undefined]);
    // An inline script, a handler, a link, an image, an evaluation and a request.
    expect(told.length).toBeGreaterThanOrEqual(5);
    await page.close();
  }
});

test("every page of the three apps carries its policy, unknown ones too", async ({ stack, request }) => {
  const pages = [stack.customerUrl, stack.baristaUrl, stack.displayUrl].flatMap((url) => [
    `${url}/`,
    `${url}/nowhere`,
  ]);
  pages.push(`${stack.customerUrl}/sign-in`, `${stack.customerUrl}/orders`, `${stack.customerUrl}/order`);
  for (const page of pages) {
    const answer = await request.get(page);
    const [, policy = ""] =
      /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(await answer.text()) ?? [];
    expect(policy, page).toContain("default-src 'self'");
    expect(policy, page).not.toMatch(/unsafe|script-src[^;]*(\*|http|data:|blob:)/);
    expect(answer.headers()["content-security-policy"], page).toContain("frame-ancestors 'none'");
  }
});
