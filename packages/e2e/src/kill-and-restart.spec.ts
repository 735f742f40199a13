import { setTimeout as wait } from "node:timers/promises";
import { test as base, expect } from "@playwright/test";
import { Journey } from "@serverlesspresso/contracts/order";
import type { Answer } from "./api-call";
import { ApiUser, orderIdOf } from "./api-user";
import { names } from "./aws-clients";
import { crowd } from "./crowd";
import { runStack } from "./run-stack";
import { rowsOf } from "./secrets-of";
import { shops } from "./seeds";
import { shopCode } from "./shop-code";
import { Stack } from "./stack";

const test = base.extend<{ stack: Stack }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs off this pattern
  stack: async ({}, use, info) => {
    await runStack(new Stack(200 + info.parallelIndex * 10), use);
  },
});
const basket = { drink: "flat-white", modifiers: ["oat-milk"] };

test("an order that waits for the barista survives a killed back end and is collected", async ({ stack }) => {
  const customer = await ApiUser.signIn(stack, "ada@example.com");
  const barista = await ApiUser.signIn(stack, "barista@example.com");
  const orderId = await customer.enter();
  const stateOf = async () => (await customer.order(orderId)).state;
  const submitted = await customer.call("PUT", `/orders/${orderId}`, basket);
  expect(submitted.status, JSON.stringify(submitted.body)).toBe(200);

  await stack.kill();
  await stack.start();

  const completed = await barista.call("POST", `/orders/${orderId}/complete`);
  expect(completed.status, JSON.stringify(completed.body)).toBe(200);
  expect(await stateOf()).toBe("COMPLETED");
  expect((await barista.call("POST", `/orders/${orderId}/collect`)).status).toBe(200);
  expect(await stateOf()).toBe("COLLECTED");
});

if (process.env.TEST_FULL) {
  test("killed at any instant of any command, the same request again ends as one effect", async ({
    stack,
  }) => {
    test.setTimeout(600_000);
    const barista = await ApiUser.signIn(stack, "barista@example.com");
    for (let round = 0; round < 10; round += 1) {
      const customer = await ApiUser.signIn(stack, `ada.${round}@example.com`);
      const orderId = await customer.enter();
      const path = `/orders/${orderId}`;
      const commands = [
        (key: string) => customer.call("PUT", path, basket, key),
        (key: string) => barista.call("POST", `${path}/make`, {}, key),
        (key: string) => barista.call("POST", `${path}/complete`, {}, key),
        (key: string) => barista.call("POST", `${path}/collect`, {}, key),
      ];
      for (const [index, command] of commands.entries()) {
        const key = `round-${round}-${index}`;
        if (index === round % commands.length) await killDuring(stack, command(key), Math.random() * 60);
        const answer = await command(key);
        expect(answer.status, JSON.stringify(answer.body)).toBe(200);
      }
      const { steps } = Journey.parse((await customer.call("GET", `${path}/journey`)).body);
      expect(steps.map((step) => step.state)).toEqual([
        "REQUESTED",
        "CREATED",
        "SUBMITTED",
        "MAKING",
        "COMPLETED",
        "COLLECTED",
      ]);
    }
  });

  for (const [eventId, answers] of [
    [shops.crowd, 3],
    [shops.other, 30],
    [shops.daily, 250],
  ] as const) {
    test(`killed after ${answers} of 500 had an answer to one code, the same requests again end as 10 orders`, async ({
      stack,
    }) => {
      const people = await crowd(stack, 500, eventId);
      const code = await shopCode(stack, eventId);
      const everybody = () => people.map((each) => each.redeem(code, `once-${each.sub}`));
      const early = new Map<number, Answer>();
      const requests = everybody().map(async (request, index) => void early.set(index, await request));
      const allAnswered = Promise.allSettled(requests);
      await expect.poll(() => early.size, { intervals: [5] }).toBeGreaterThanOrEqual(answers);
      await stack.kill();
      await allAnswered;
      expect(early.size).toBeLessThan(500);
      await stack.start();

      const late = await Promise.all(everybody());
      const orders = late.filter(({ status }) => status === 200).map(orderIdOf);
      expect(new Set(orders).size).toBe(10);
      expect(late.filter(({ status }) => status === 409)).toHaveLength(490);
      // Whoever had an answer before the power went has the same one still.
      for (const [index, { status, body }] of early) {
        if (status === 200) expect(late[index]).toMatchObject({ status, body });
      }
      const rows = await rowsOf(stack, names.orderTable);
      const ofShop = rows.filter(({ PK }) => PK?.S === `orders#${eventId}`);
      expect(ofShop.map(({ SK }) => SK?.S).sort()).toEqual([...orders].sort());
    });
  }
}

/** Kills the back end while it works on a request, whose answer may or may not come. */
async function killDuring(stack: Stack, request: Promise<unknown>, afterMs: number): Promise<void> {
  const answered = request.catch((cause: unknown) => cause);
  await wait(afterMs);
  await stack.kill();
  await answered;
  await stack.start();
}
