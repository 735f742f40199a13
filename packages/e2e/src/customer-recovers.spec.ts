import { expect, test } from "./actors";
import { ApiUser } from "./api-user";
import { hasNoViolation } from "./axe";
import { breakPage, mendPage } from "./break-page";
import { asked, cut } from "./faults";
import { heading } from "./see";
import { enterAgain, orderIdOn } from "./tour-order";

test("a page that breaks says the number, and is there again after a tap", async ({ customer, stack }) => {
  const { page } = customer;
  const ana = await ApiUser.signIn(stack, "barista@example.com");
  await customer.enter();
  const number = await customer.order("Latte");
  await breakPage(page);
  await ana.must("POST", `/orders/${orderIdOn(customer)}/make`);
  await heading(page, "This page spilt something");
  await expect(page.getByText(`as number ${number}.`)).toBeVisible();
  await hasNoViolation(page, "broken");
  await mendPage(page);
  await page.getByRole("button", { name: "Wipe and try again" }).click();
  await heading(page, "Ana is making your latte.");
  for (const command of ["complete", "collect"]) {
    await ana.must("POST", `/orders/${orderIdOn(customer)}/${command}`);
  }
});

test("a part of the app that a newer version has taken away loads that version, once and by itself", async ({
  customer,
}) => {
  const { page } = customer;
  await customer.enter();
  const gone = new Set<string>();
  await page.route(/\/_next\/static\/.*\.js$/, (route) => {
    const url = route.request().url();
    if (gone.size > 0 && !gone.has(url)) return route.fallback();
    gone.add(url);
    return route.fulfill({ status: 404, contentType: "text/html", body: "gone" });
  });
  await page.getByRole("link", { name: "My orders" }).click();
  await expect.poll(() => gone.size).toBeGreaterThan(0);
  await page.unrouteAll();
  await heading(page, "My orders");
  await page.getByRole("link", { name: "Account" }).click();
  await heading(page, "Account");
  await enterAgain(customer);
});

test("an app whose first scripts are gone is loaded anew, and one that cannot be reached comes by itself", async ({
  customer,
}) => {
  const { page, stack } = customer;
  let missing = 1;
  await page.route(/\/_next\/static\/.*\.js$/, (route) => {
    if (missing === 0) return route.fallback();
    missing -= 1;
    return route.fulfill({ status: 404, contentType: "text/html", body: "gone" });
  });
  await page.goto(stack.customerUrl);
  await heading(page, "Scan the screen, or type its code");
  const unreachable = await cut(page, asked.config);
  await page.reload();
  await heading(page, "The bar cannot be reached");
  await hasNoViolation(page, "unreachable");
  await unreachable();
  await heading(page, "Scan the screen, or type its code");
});

test("a phone without a network still gets from one page of the app to another, however long this one was open", async ({
  customer,
  stack,
}) => {
  const { page } = customer;
  await page.clock.install();
  await customer.enter();
  const number = await customer.order("Latte");
  await page.clock.fastForward("20:00");
  await page.context().setOffline(true);
  await page.getByRole("link", { name: "My orders" }).click();
  await heading(page, "My orders");
  await page.goBack();
  expect(await customer.number()).toBe(number);
  await page.context().setOffline(false);
  const ana = await ApiUser.signIn(stack, "barista@example.com");
  for (const command of ["complete", "collect"]) {
    await ana.must("POST", `/orders/${orderIdOn(customer)}/${command}`);
  }
});
