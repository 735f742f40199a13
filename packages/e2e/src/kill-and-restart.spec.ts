import { test as base, expect } from "@playwright/test";
import { OrderState } from "@serverlesspresso/contracts/order-state";
import { z } from "zod";
import { ApiUser } from "./api-user";
import { Stack } from "./stack";

const test = base.extend<{ stack: Stack }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs off this pattern
  stack: async ({}, use, info) => {
    const stack = new Stack(30_200 + info.parallelIndex * 10);
    await stack.start();
    await use(stack);
    await stack.stop();
  },
});
const Stated = z.object({ state: OrderState });

test("an order that waits for the barista survives a killed back end and is collected", async ({ stack }) => {
  const customer = await ApiUser.signIn(stack, "ada@example.com");
  const barista = await ApiUser.signIn(stack, "barista@example.com", true);
  const orderId = await customer.enter();
  const stateOf = async () => Stated.parse((await customer.call("GET", `/orders/${orderId}`)).body).state;
  await expect.poll(stateOf).toBe("CREATED");
  const submitted = await customer.call("PUT", `/orders/${orderId}`, {
    drink: "flat-white",
    modifiers: ["oat-milk"],
  });
  expect(submitted.status, JSON.stringify(submitted.body)).toBe(200);

  await stack.kill();
  await stack.start();

  const completed = await barista.call("POST", `/orders/${orderId}/complete`);
  expect(completed.status, JSON.stringify(completed.body)).toBe(200);
  expect(await stateOf()).toBe("COMPLETED");
  expect((await barista.call("POST", `/orders/${orderId}/collect`)).status).toBe(200);
  expect(await stateOf()).toBe("COLLECTED");
});
