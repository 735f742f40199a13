import { expect, test } from "./actors";
import { orderIdOf } from "./api-user";
import { crowd } from "./crowd";
import { shops } from "./seeds";
import { placesLeft } from "./set-shop";
import { shopCodes } from "./shop-code";

test("of 500 who redeem a code with 10 places at once, 10 get an order and 490 are told when to try again", async ({
  stack,
}) => {
  test.setTimeout(180_000);
  const people = await crowd(stack, 500, shops.crowd);
  const { current } = await shopCodes(stack, shops.crowd);
  const everybody = () => Promise.all(people.map((each) => each.redeem(current.code)));

  const first = await everybody();
  const lucky = people.filter((_, index) => first[index]?.status === 200);
  const orders = first.filter(({ status }) => status === 200).map(orderIdOf);
  expect(new Set(orders).size).toBe(10);
  expect(first.filter(({ status }) => status !== 200).map(({ status, body }) => ({ status, body }))).toEqual(
    Array(490).fill({
      status: 409,
      body: { error: expect.objectContaining({ code: "code_exhausted", retryAt: current.validUntil }) },
    }),
  );

  const again = await everybody();
  expect(again.map(({ status }) => status)).toEqual(first.map(({ status }) => status));
  expect(again.filter(({ status }) => status === 200).map(orderIdOf)).toEqual(orders);
  const states = lucky.map(async (each, index) => (await each.settled(orders[index] ?? "")).state);
  expect(await Promise.all(states)).toEqual(Array(10).fill("CREATED"));
});

test("of 100 who want the last 3 places of the queue, 3 are let in, and 97 lose no place on the code", async ({
  stack,
}) => {
  const [first, second, ...people] = await crowd(stack, 102, shops.queue);
  await Promise.all([first?.enter(), second?.enter()]);
  const { current } = await shopCodes(stack, shops.queue);
  const placesOnCode = async () => (await shopCodes(stack, shops.queue)).current.placesLeft;
  expect(current.placesLeft).toBe(198);

  const answers = await Promise.all(people.map((each) => each.redeem(current.code)));
  const found = await Promise.all(people.map((each, index) => each.settled(orderIdOf(answers[index]))));
  expect(found.filter(({ state }) => state === "CREATED")).toHaveLength(3);
  expect(found.filter(({ state, cause }) => state === "CANCELLED" && cause === "full")).toHaveLength(97);
  expect(await placesLeft(stack, shops.queue)).toBe(0);
  await expect.poll(placesOnCode).toBe(195);

  await first?.call("POST", `/orders/${orderIdOf(await first.redeem(current.code))}/cancel`);
  await expect.poll(() => placesLeft(stack, shops.queue)).toBe(1);
  await people[found.findIndex(({ state }) => state === "CANCELLED")]?.enter();
});
