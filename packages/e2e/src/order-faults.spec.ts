import { FilterLogEventsCommand } from "@aws-sdk/client-cloudwatch-logs";
import { SendTaskSuccessCommand } from "@aws-sdk/client-sfn";
import { test as base, expect } from "@playwright/test";
import { z } from "zod";
import { awsClients, names } from "./aws-clients";
import { FaultyBar, statesOf } from "./faulty-bar";
import { Audience } from "./histories/audience";
import { type MachineFault, setFaults, struckBy } from "./machine-faults";
import { runStack } from "./run-stack";
import { shops } from "./seeds";
import { Stack } from "./stack";

const test = base.extend<object, { stack: Stack }>({
  stack: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs off this pattern
    async ({}, use, { parallelIndex }) => {
      await runStack(new Stack(240 + parallelIndex * 10, ["--backend-only", "--faults", "{}"]), use);
    },
    { scope: "worker", timeout: 120_000 },
  ],
});
const served = ["REQUESTED", "CREATED", "SUBMITTED", "MAKING", "COMPLETED", "COLLECTED"];
const orders = 6;
const fiveMinutes = 300;
const deliver = { service: "events", operation: "Deliver" };
const update = { service: "dynamodb", operation: "UpdateItem" };
const Logged = z.object({ detail: z.object({ TaskToken: z.string() }) });

/** What strikes while orders go all their way; each must have struck, and nobody must see it in the end. */
const faults: readonly [what: string, fault: MachineFault, lastsSeconds?: number][] = [
  ["events doubled", { ...deliver, mode: "twice" }],
  ["events reordered", { ...deliver, mode: "shuffle", seconds: 1 }],
  [
    "events ten minutes late",
    { ...deliver, mode: "late", seconds: 600, containing: "OrderProcessor.Waiting" },
    600,
  ],
  ["the table throttled", { service: "dynamodb", mode: "throttle", share: 0.15 }],
  // As DynamoDB does: a read is never refused for a transaction under way.
  ["conditional failures in a storm", { ...update, mode: "conflict", share: 0.3 }],
  ["answers lost after the commit", { service: "apigateway", mode: "drop-answer", share: 0.3 }],
  ["the table's answers lost after the write", { ...update, mode: "drop-answer", share: 0.2 }],
  [
    "functions killed between the write and the event",
    { ...update, mode: "kill-caller", count: 4, after: 3 },
  ],
  [
    "StartExecution throttled",
    { service: "states", operation: "StartExecution", mode: "throttle", share: 0.6 },
  ],
  [
    "tokens that cannot be returned",
    { service: "states", operation: "SendTaskSuccess", mode: "throttle", share: 0.5 },
  ],
];

if (process.env.TEST_FULL) {
  for (const [what, fault, lastsSeconds] of faults) {
    test(`orders go all their way, once, under ${what}`, async ({ stack }) => {
      test.setTimeout(300_000);
      const bar = await FaultyBar.open(stack, shops.faults);
      await setFaults(stack, [fault]);
      const ids = await bar.beginMany(orders);
      await Promise.all(ids.map((orderId) => bar.serve(orderId)));
      const [struck = 0] = await struckBy(stack);
      await setFaults(stack);
      expect(struck).toBeGreaterThan(0);
      if (lastsSeconds !== undefined) await stack.advance(lastsSeconds);
      const { rows } = await bar.rests(ids);
      for (const row of rows) expect(statesOf(row)).toEqual(served);
      expect(new Set(rows.map(({ orderNumber }) => orderNumber)).size).toBe(orders);
    });
  }

  test("a token that is returned before it is stored moves the workflow on, and the order follows", async ({
    stack,
  }) => {
    const bar = await FaultyBar.open(stack, shops.faults);
    const { logs, stepFunctions } = awsClients(stack);
    await setFaults(stack, [
      { ...deliver, mode: "late", seconds: 30, containing: "function:WorkflowStarted" },
    ]);
    const answer = await bar.next().call("POST", "/orders");
    const { orderId } = z.object({ orderId: z.string() }).parse(answer.body);
    const filterPattern = `{ $.detail-type = "OrderProcessor.WorkflowStarted" && $.detail.orderId = "${orderId}" }`;
    const search = new FilterLogEventsCommand({ logGroupName: names.eventLogGroup, filterPattern });
    await expect.poll(async () => (await logs.send(search)).events?.length).toBe(1);
    const [event] = (await logs.send(search)).events ?? [];
    const { TaskToken: taskToken } = Logged.parse(JSON.parse(event?.message ?? "")).detail;
    await stepFunctions.send(new SendTaskSuccessCommand({ taskToken, output: "{}" }));
    await expect.poll(async () => (await bar.row(orderId))?.waitingFor).toBe("barista");
    await setFaults(stack);
    await stack.advance(30);
    await bar.serve(orderId);
    const { rows } = await bar.rests([orderId]);
    expect(statesOf(rows[0])).toEqual(served);
  });

  test("with the publisher down for five minutes orders are served, and every screen is right again after its resync", async ({
    stack,
  }) => {
    const bar = await FaultyBar.open(stack, shops.faults);
    const audience = new Audience(shops.faults);
    for (const who of bar.staff.slice(0, 1)) await audience.follow(who);
    await audience.resync();
    await setFaults(stack, [{ service: "appsync", operation: "Publish", mode: "refuse" }]);
    const ids = await bar.beginMany(orders);
    await Promise.all(ids.map((orderId) => bar.done(orderId, "submit")));
    await stack.advance(fiveMinutes);
    await Promise.all(ids.map((orderId) => bar.done(orderId, "complete")));
    await setFaults(stack);
    const { rows } = await bar.rests(ids);
    await audience.resync();
    const shown = new Map(audience.views[0]?.list.orders.map(({ id, state }) => [id, state]));
    expect(rows.map(({ SK }) => shown.get(SK))).toEqual(Array(orders).fill("COMPLETED"));
    audience.leave();
    await Promise.all(ids.map((orderId) => bar.done(orderId, "collect")));
  });
}
