import { nextShopDay } from "@serverlesspresso/contracts/shop";
import { expect, test } from "./actors";
import { ApiUser } from "./api-user";
import { shops } from "./seeds";
import { readShop } from "./set-shop";

const basket = { drink: "espresso", modifiers: [] };

test("a customer has three drinks a day of the shop; what was cancelled is none, and staff drink as they like", async ({
  stack,
}) => {
  const customer = await ApiUser.signIn(stack, "dora@example.com", shops.daily);
  const barista = await ApiUser.signIn(stack, "barista@example.com", shops.daily);
  const cancelled = await customer.enter();
  expect((await customer.call("POST", `/orders/${cancelled}/cancel`)).status).toBe(200);
  const drink = async (who: ApiUser) => {
    const id = await who.enter();
    expect((await who.call("PUT", `/orders/${id}`, basket)).status).toBe(200);
    expect((await barista.call("POST", `/orders/${id}/complete`)).status).toBe(200);
    expect((await barista.call("POST", `/orders/${id}/collect`)).status).toBe(200);
  };
  for (let drinks = 0; drinks < 3; drinks += 1) await drink(customer);
  for (let drinks = 0; drinks < 4; drinks += 1) await drink(barista);

  const { serverTime, timeZone } = await readShop(stack, shops.daily);
  const tomorrow = nextShopDay(new Date(serverTime), timeZone);
  expect(await customer.redeem()).toMatchObject({
    status: 409,
    body: { error: { code: "daily_limit_reached", retryAt: tomorrow.toISOString() } },
  });

  await stack.advance(Math.ceil((tomorrow.getTime() - Date.parse(serverTime)) / 1000));
  const nextDay = await ApiUser.signIn(stack, "dora@example.com", shops.daily);
  await nextDay.enter();
});
