import { networkInterfaces } from "node:os";
import { test as base, expect } from "@playwright/test";
import { Barista, Customer } from "./actors";
import { Stack } from "./stack";

const address = Object.values(networkInterfaces())
  .flatMap((addresses) => addresses ?? [])
  .find(({ family, internal }) => family === "IPv4" && !internal)?.address;

const test = base.extend<{ stack: Stack }>({
  stack: async ({ browser: _ }, use, info) => {
    const stack = new Stack(400 + info.parallelIndex * 10, ["--lan"], address);
    await stack.start();
    await use(stack);
    await stack.stop();
  },
});

test("phones on the local network order and follow live, and reach nothing else", async ({
  stack,
  browser,
}) => {
  test.skip(address === undefined, "this machine is on no network");
  const customer = new Customer(await browser.newPage(), stack, "ada@example.com");
  const barista = new Barista(await browser.newPage(), stack, "barista@example.com");
  await customer.enter();
  const number = await customer.order("Espresso");
  await barista.open();
  await barista.tap(number, "Make");
  await expect(customer.status(/Ana/)).toBeVisible({ timeout: 4_000 });

  const aws = stack.awsUrl.replace("localhost", String(address));
  for (const path of ["/", "/_local/inbox", "/_local/config"]) {
    expect((await fetch(`${aws}${path}`)).status, path).toBe(403);
  }
});
