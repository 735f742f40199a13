import { type Customer, expect, test } from "./actors";
import { ApiUser } from "./api-user";
import { clearLine, serve } from "./clear-line";
import { alter, asked, hang } from "./faults";
import { faultyFeed } from "./faulty-feed";
import { heading } from "./see";
import { orderIdOn } from "./tour-order";
import { withinASecond } from "./within-a-second";

/** How often a phone without a live feed asks for its order. */
const pollEveryMs = 5_000;

/** Somebody who has ordered before the customer. */
async function orderBefore({ stack, email }: Customer, drink: string): Promise<string> {
  const guest = await ApiUser.signIn(stack, `${drink}.${email}`);
  const order = await guest.enter();
  await guest.must("PUT", `/orders/${order}`, { drink, modifiers: [] });
  return order;
}

const figure = ({ page }: Customer, name: string) =>
  page
    .locator("dl > div")
    .filter({ has: page.getByText(name, { exact: true }) })
    .locator("dd");
const step = ({ page }: Customer) => page.getByRole("list", { name: "Steps" }).locator("[aria-current=step]");

test("C6 the place in the line, the steps and who makes it are followed live, and nothing goes backwards but a recall", async ({
  customer,
  stack,
}) => {
  const { page } = customer;
  const feed = await faultyFeed(page);
  const ana = await clearLine(stack);
  const before = await orderBefore(customer, "espresso");
  await customer.enter();
  const number = await customer.order("Flat white");
  const mine = `/orders/${orderIdOn(customer)}`;
  await expect(figure(customer, "Before you")).toHaveText("1");
  await expect(figure(customer, "Ready in")).toHaveText(/\d+ min|a little while/);
  await expect(step(customer)).toContainText("Ordered");
  await serve(ana, before);
  await heading(page, "Your flat white is next.");
  await expect(figure(customer, "Before you")).toHaveText("0");
  await expect(page).toHaveTitle(new RegExp(`^${number} is next`));

  await ana.must("POST", `${mine}/make`);
  await heading(page, "Ana is making your flat white.");
  await expect(step(customer)).toContainText("Ana");
  await ana.must("POST", `${mine}/unmake`);
  await heading(page, "The bar is about to make your flat white.");
  await expect(step(customer)).toContainText("Being made");
  await page.reload();
  await heading(page, "The bar is about to make your flat white.");
  const old = await (await ApiUser.signIn(stack, customer.email)).order(orderIdOn(customer));

  await ana.must("POST", `${mine}/complete`);
  await heading(page, "Your flat white is ready.");
  // Late and out of turn: a message of before, and a snapshot that an index has not caught up with.
  feed.repeat(/SUBMITTED|MAKING/);
  const lagging = await alter(page, asked.order, () => old);
  const read = page.waitForResponse((response) => asked.order.path.test(new URL(response.url()).pathname));
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await read;
  await expect(step(customer)).toContainText("Ready");
  await heading(page, "Your flat white is ready.");
  await lagging();
  await ana.must("POST", `${mine}/recall`);
  await heading(page, "Ana is making your flat white again.");
  await serve(ana, orderIdOn(customer));
});

test("C6 a page that is opened again shows the number, and asks how it stands, before anything but it is there", async ({
  customer,
  stack,
}) => {
  const { page } = customer;
  await customer.enter();
  const number = await customer.order("Latte");
  const files = /\/_next\/static\/.*\.(js|css)$/;
  await page.route(files, () => new Promise(() => undefined));
  const read = Promise.all(
    [asked.order, asked.line].map(({ path }) =>
      page.waitForResponse((response) => path.test(new URL(response.url()).pathname)),
    ),
  );
  await page.reload({ waitUntil: "commit" });
  await expect(page.getByTestId("seen-number")).toHaveText(`Order ${number}`);
  await expect(page.getByTestId("seen-number")).toBeVisible();
  await expect(page.getByTestId("seen-number")).toHaveCSS("font-weight", "700");
  await read;
  await page.unroute(files);
  await page.reload();
  expect(await customer.number()).toBe(number);
  await serve(await ApiUser.signIn(stack, "barista@example.com"), orderIdOn(customer));
});

test("C6 a phone that slept is right within a second after it is unlocked, whatever it was waiting for", async ({
  customer,
  stack,
}) => {
  const { page } = customer;
  const ana = await ApiUser.signIn(stack, "barista@example.com");
  await customer.enter();
  await customer.order("Latte");
  const mine = `/orders/${orderIdOn(customer)}`;
  const phone = await page.context().newCDPSession(page);
  // Asked before it slept, and never answered.
  const unanswered = await hang(page, asked.order);
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await page.context().setOffline(true);
  await phone.send("Page.setWebLifecycleState", { state: "frozen" });
  await ana.must("POST", `${mine}/complete`);
  await unanswered();

  await page.context().setOffline(false);
  await phone.send("Page.setWebLifecycleState", { state: "active" });
  await withinASecond(() =>
    page.getByRole("heading", { name: "Your latte is ready.", exact: true }).isVisible(),
  );
  await ana.must("POST", `${mine}/collect`);
});

test("C6 a live feed that is connected and silent is noticed, and the drink is announced all the same", async ({
  customer,
  stack,
}) => {
  const { page } = customer;
  const feed = await faultyFeed(page);
  const ana = await ApiUser.signIn(stack, "barista@example.com");
  await page.clock.install();
  await customer.enter();
  await customer.order("Latte");
  const mine = `/orders/${orderIdOn(customer)}`;
  await expect(customer.status(/^live/)).toBeVisible();
  feed.silence();
  await page.clock.runFor(16_000);
  await expect(customer.status("reconnecting")).toBeVisible();
  await ana.must("POST", `${mine}/complete`);
  // Twice: once could be the snapshot that is taken every half minute.
  for (const _ of ["once", "again"]) {
    const read = page.waitForResponse((response) => asked.order.path.test(new URL(response.url()).pathname), {
      timeout: 5_000,
    });
    await page.clock.runFor(pollEveryMs);
    await read;
  }
  await heading(page, "Your latte is ready.");
  feed.mend();
  await page.clock.runFor(11_000);
  await expect(customer.status(/^live/)).toBeVisible();
  await ana.must("POST", `${mine}/collect`);
  await heading(page, "Collected. Enjoy it.");
});

if (process.env.TEST_FULL) {
  test("C6 a live feed that is dead is noticed, and the drink is announced all the same", async ({
    customer,
    stack,
  }) => {
    const { page } = customer;
    const feed = await faultyFeed(page);
    const ana = await ApiUser.signIn(stack, "barista@example.com");
    await page.clock.install();
    await customer.enter();
    await customer.order("Latte");
    await expect(customer.status(/^live/)).toBeVisible();
    await feed.end();
    await expect(customer.status("reconnecting")).toBeVisible();
    await ana.must("POST", `/orders/${orderIdOn(customer)}/complete`);
    await page.clock.runFor(6_000);
    await heading(page, "Your latte is ready.");
    await ana.must("POST", `/orders/${orderIdOn(customer)}/collect`);
  });
}
