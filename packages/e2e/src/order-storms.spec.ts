import { FilterLogEventsCommand } from "@aws-sdk/client-cloudwatch-logs";
import { test as base, expect } from "@playwright/test";
import { channels } from "@serverlesspresso/contracts/live";
import { feedOf } from "@serverlesspresso/simulator/node/people";
import { z } from "zod";
import { awsClients } from "./aws-clients";
import { percentile } from "./bench/statistics";
import { FaultyBar, statesOf } from "./faulty-bar";
import { machineOf } from "./histories/people";
import { listExecutions } from "./histories/settle";
import { ordersOf, shopOf } from "./histories/tables";
import { setFaults } from "./machine-faults";
import { runStack } from "./run-stack";
import { shops } from "./seeds";
import { setShop } from "./set-shop";
import { Stack } from "./stack";

const test = base.extend<object, { stack: Stack }>({
  stack: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs off this pattern
    async ({}, use, { parallelIndex }) => {
      await runStack(new Stack(280 + parallelIndex * 10, ["--backend-only", "--faults", "{}"]), use);
    },
    { scope: "worker", timeout: 120_000 },
  ],
});

const takers = 500;
const phones = 1_000;
const accounts = 20;
const inFlight = 20;
const halfDone = 100;
const perCall = 10;
const ways = [[], ["submit"], ["submit", "make"], ["submit", "make", "complete"]];
const Finished = z.object({ ageSeconds: z.number() });

if (process.env.TEST_FULL) {
  test(`of ${takers} orders that want the last place at once one is let in, and no workflow is left behind`, async ({
    stack,
  }) => {
    test.setTimeout(300_000);
    const { putAll } = awsClients(stack);
    await setShop(stack, { limits: { maxOrdersInQueue: 1 } }, shops.faults);
    const orders = Array.from({ length: takers }, (_, index) => ({
      ...{ orderId: `taker-${index}`, userId: `taker-${index}`, eventId: shops.faults },
    }));
    const calls = orders.filter((_, index) => index % perCall === 0);
    await Promise.all(
      calls.map((_, call) =>
        putAll("Validator.NewOrder", orders.slice(call * perCall, (call + 1) * perCall)),
      ),
    );
    await expect.poll(() => executionsOf(stack), { timeout: 120_000 }).toEqual({ running: 1, all: takers });
    const rows = await ordersOf(stack, shops.faults);
    expect(rows.map(({ ORDERSTATE }) => ORDERSTATE)).toEqual(["CREATED"]);
    expect(Object.keys((await shopOf(stack, shops.faults)).inFlight)).toEqual([rows[0]?.SK]);
    await setShop(stack, { limits: { maxOrdersInQueue: 500 } }, shops.faults);
  });

  test(`${inFlight} orders that are in flight while it is deployed over are all served`, async ({
    stack,
  }) => {
    test.setTimeout(300_000);
    const bar = await FaultyBar.open(stack, shops.faults);
    const ids = await bar.beginMany(inFlight);
    const wayOf = (index: number) => ways[index % ways.length] ?? [];
    for (const [index, orderId] of ids.entries())
      for (const command of wayOf(index)) await bar.done(orderId, command, bar.staff[0]);
    await stack.deployAgain();
    const whole = ["submit", "make", "complete", "collect"];
    const served = ids.map(async (orderId, index) => {
      for (const command of whole.slice(wayOf(index).length)) await bar.done(orderId, command, bar.staff[0]);
    });
    await Promise.all(served);
    const { rows } = await bar.rests(ids);
    for (const row of rows)
      expect(statesOf(row)).toEqual([
        "REQUESTED",
        "CREATED",
        "SUBMITTED",
        "MAKING",
        "COMPLETED",
        "COLLECTED",
      ]);
  });

  test(`${halfDone} rows that are left half-done are finished by the sweeper's next runs, each within two minutes`, async ({
    stack,
  }, info) => {
    test.setTimeout(300_000);
    const bar = await FaultyBar.open(stack, shops.faults);
    const ids = await bar.beginMany(halfDone);
    await setFaults(stack, [
      { service: "events", operation: "PutEvents", mode: "refuse", caller: "Api" },
      { service: "states", operation: "SendTaskSuccess", mode: "refuse", caller: "Api" },
    ]);
    await Promise.all(ids.map((orderId) => bar.done(orderId, "submit")));
    const left = (await ordersOf(stack, shops.faults)).filter(({ PENDING }) => PENDING !== undefined);
    expect(left).toHaveLength(halfDone);
    await setFaults(stack);
    const { seconds } = await bar.rests(ids);
    const ages = await agesOfFinished(stack);
    expect(ages.length).toBeGreaterThanOrEqual(halfDone);
    const [p50, p95, most] = [0.5, 0.95, 1].map((part) => percentile(ages, part));
    info.annotations.push({
      type: "half-done for",
      description: `p50 ${p50} s, p95 ${p95} s, at most ${most} s`,
    });
    console.log(
      `half-done rows lasted p50 ${p50} s, p95 ${p95} s, at most ${most} s; at rest after ${seconds.toFixed(0)} s`,
    );
    expect(most).toBeLessThan(120);
  });

  test(`${phones} phones that lose the back end at once are all live again`, async ({ stack }) => {
    test.setTimeout(300_000);
    const machine = await machineOf(stack);
    const emails = Array.from({ length: accounts }, (_, index) => `phone.${index}@example.com`);
    const sessions = await Promise.all(emails.map((email) => machine.signIn(email)));
    const owners = await Promise.all(
      sessions.map(async (session) => ({ session, sub: (await session.get()).sub })),
    );
    const feeds = Array.from({ length: phones }, (_, index) => {
      const { session, sub } = owners[index % accounts] ?? {};
      if (session === undefined || sub === undefined) throw new Error("Nobody holds this phone.");
      const feed = feedOf(machine, session);
      return { feed, stop: feed.subscribe(channels.customer(sub), () => {}) };
    });
    const live = () => feeds.filter(({ feed }) => feed.live).length;
    await expect.poll(live, { timeout: 120_000 }).toBe(phones);
    await stack.kill();
    await expect.poll(live, { timeout: 30_000 }).toBe(0);
    await stack.start();
    const began = performance.now();
    await expect.poll(live, { timeout: 120_000 }).toBe(phones);
    console.log(
      `${phones} phones were live again ${((performance.now() - began) / 1000).toFixed(1)} s after the back end was`,
    );
    for (const { stop } of feeds) stop();
  });
}

async function executionsOf(stack: Stack): Promise<{ running: number; all: number }> {
  const [running, ended] = [await listExecutions(stack, "RUNNING"), await listExecutions(stack, "SUCCEEDED")];
  return { running: running.length, all: running.length + ended.length };
}

/** For how long each follow-up was owed that the sweeper has finished, in seconds. */
async function agesOfFinished(stack: Stack): Promise<number[]> {
  const { logs } = awsClients(stack);
  const ages: number[] = [];
  let nextToken: string | undefined;
  do {
    const search = { logGroupName: "/aws/lambda/Sweeper", filterPattern: "{ $.ageSeconds >= 0 }", nextToken };
    const page = await logs.send(new FilterLogEventsCommand(search));
    for (const { message = "" } of page.events ?? [])
      ages.push(Finished.parse(JSON.parse(message)).ageSeconds);
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  return ages;
}
