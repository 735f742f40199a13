import { expect, test } from "./actors";
import { ApiUser } from "./api-user";
import { alter, asked } from "./faults";
import { fitsNarrow } from "./reflow";
import { heading } from "./see";
import { shopCode } from "./shop-code";
import { orderIdOn } from "./tour-order";

test("no page has to be pushed sideways at 320 px, or with text at twice its size", async ({
  customer,
  stack,
}) => {
  const { page } = customer;
  const ana = await ApiUser.signIn(stack, "barista@example.com");
  await page.goto(stack.customerUrl);
  await heading(page, "Scan the screen, or type its code");
  await fitsNarrow(page, "enter");
  await page.goto(`${stack.customerUrl}/?code=${await shopCode(stack)}`);
  const code = await customer.askForCode();
  await heading(page, "Look in your e-mail");
  await fitsNarrow(page, "code from the e-mail");
  await customer.enterCode(code);
  await page.getByRole("radio", { name: "Flat white" }).click();
  await fitsNarrow(page, "choose");
  await page.getByRole("button", { name: "Order", exact: true }).click();
  await customer.number();
  await expect(page.getByText("Before you", { exact: true })).toBeVisible();
  await fitsNarrow(page, "follow");
  await page.getByRole("button", { name: "Cancel order" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await fitsNarrow(page, "cancel?");
  await page.keyboard.press("Escape");
  await ana.must("POST", `/orders/${orderIdOn(customer)}/complete`);
  await heading(page, "Your flat white is ready.");
  await fitsNarrow(page, "ready");
  await ana.must("POST", `/orders/${orderIdOn(customer)}/collect`);
  for (const [path, title] of [
    ["orders", "My orders"],
    ["account", "Account"],
    ["nowhere", "An empty cup"],
  ] as const) {
    await page.goto(`${stack.customerUrl}/${path}`);
    await heading(page, title);
    await fitsNarrow(page, path);
  }
});

test("the longest names of a drink and of a barista, in one word, are not cut and push nothing aside", async ({
  customer,
  barista,
  stack,
}) => {
  const { page } = customer;
  const longDrink = "Schokoladenhaselnusscappuccinovariation";
  const longName = "Wilhelmine-Friederike-Aleksandrowna";
  const renamed = (body: unknown): unknown =>
    JSON.parse(
      JSON.stringify(body).replaceAll('"Flat white"', `"${longDrink}"`).replaceAll('"Ana"', `"${longName}"`),
    );
  for (const each of [page, barista.page])
    for (const which of [asked.shop, asked.order, asked.submit, asked.tickets])
      await alter(each, which, renamed);
  await customer.enter();
  const number = await customer.order(longDrink);
  await fitsNarrow(page, "a long drink, chosen and followed");
  const ana = await ApiUser.signIn(stack, "barista@example.com");
  await ana.must("POST", `/orders/${orderIdOn(customer)}/make`);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(longName);
  await fitsNarrow(page, "a long name, making it");

  await barista.page.setViewportSize({ width: 1280, height: 800 });
  await barista.open();
  const ticket = barista.ticket(number);
  await expect(ticket).toContainText(longDrink);
  const wider = await ticket
    .locator("h3, p")
    .evaluateAll((texts) => texts.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).length);
  expect(wider).toBe(0);
  await ana.must("POST", `/orders/${orderIdOn(customer)}/cancel`, { reason: "Only looked at" });
  // What is being read now need not be altered any more.
  for (const each of [page, barista.page]) await each.unrouteAll({ behavior: "ignoreErrors" });
});
