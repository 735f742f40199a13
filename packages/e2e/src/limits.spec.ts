import { expect, test } from "./actors";
import { ApiUser, orderIdOf } from "./api-user";
import { shops } from "./seeds";
import { readShop, setShop } from "./set-shop";
import { shopCode } from "./shop-code";
import type { Stack } from "./stack";

const basket = { drink: "espresso", modifiers: [] };

/** A new customer in the shop whose hours are tried. */
function guest(stack: Stack, name: string): Promise<ApiUser> {
  return ApiUser.signIn(stack, `${name}@example.com`, shops.hours);
}

/** By the machine's own clock, which tests move ahead. */
async function minutesFromNow(stack: Stack, minutes: number): Promise<string> {
  const { serverTime } = await readShop(stack);
  return new Date(Date.parse(serverTime) + minutes * 60_000).toISOString();
}

test("closed while orders wait: those let in are finished, and nobody else is let in", async ({ stack }) => {
  const [choosing, waiting] = [await guest(stack, "ada"), await guest(stack, "bob")];
  const late = await guest(stack, "eve");
  const barista = await ApiUser.signIn(stack, "barista@example.com", shops.hours);
  const orders = [await choosing.enter(), await waiting.enter()];
  await waiting.must("PUT", `/orders/${orders[1]}`, basket);

  await setShop(stack, { status: "closed", message: "See you tomorrow" }, shops.hours);
  expect(await readShop(stack, shops.hours)).toMatchObject({ status: "closed", message: "See you tomorrow" });
  expect(await late.settled(orderIdOf(await late.redeem()))).toMatchObject({
    state: "CANCELLED",
    cause: "closed",
  });
  expect((await choosing.call("PUT", `/orders/${orders[0]}`, basket)).status).toBe(200);
  for (const id of orders) {
    for (const command of ["make", "complete", "collect"]) {
      expect((await barista.call("POST", `/orders/${id}/${command}`)).status, command).toBe(200);
    }
    expect((await barista.order(id)).state).toBe("COLLECTED");
  }
  await setShop(stack, { status: "open", message: null }, shops.hours);
});

test("a paused shop says until when, and opens by itself", async ({ stack }) => {
  const customer = await guest(stack, "pia");
  const reopensAt = await minutesFromNow(stack, 10);
  await setShop(stack, { status: "paused", message: "Out of milk", reopensAt }, shops.hours);
  expect(await customer.settled(orderIdOf(await customer.redeem()))).toMatchObject({
    state: "CANCELLED",
    cause: "paused",
  });
  expect(await readShop(stack, shops.hours)).toMatchObject({ status: "paused", reopensAt });

  await stack.advance(10 * 60);
  expect(await readShop(stack, shops.hours)).toMatchObject({ status: "open", reopensAt: null });
  await customer.enter();
});

test("after last orders nobody is let in, and whoever was let in before still chooses", async ({ stack }) => {
  const [early, late] = [await guest(stack, "ina"), await guest(stack, "ute")];
  await setShop(stack, { status: "open", lastOrdersAt: await minutesFromNow(stack, 10) }, shops.hours);
  const order = await early.enter();

  await stack.advance(10 * 60);
  expect(await readShop(stack, shops.hours)).toMatchObject({ status: "closed" });
  expect(await late.settled(orderIdOf(await late.redeem()))).toMatchObject({
    state: "CANCELLED",
    cause: "closed",
  });
  expect((await early.call("PUT", `/orders/${order}`, basket)).status).toBe(200);
  await setShop(stack, { status: "open", lastOrdersAt: null }, shops.hours);
});

test("a customer has one order in progress, however often and at once they ask", async ({ stack }) => {
  const customer = await guest(stack, "uno");
  const code = await shopCode(stack, shops.hours);
  const answers = await Promise.all(Array.from({ length: 20 }, () => customer.redeem(code)));
  expect(new Set(answers.map(orderIdOf)).size).toBe(1);
  expect((await customer.call("GET", "/myOrders")).body).toMatchObject({ orders: [expect.anything()] });
});
