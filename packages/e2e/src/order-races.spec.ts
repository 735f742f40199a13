import { FilterLogEventsCommand } from "@aws-sdk/client-cloudwatch-logs";
import { SendTaskSuccessCommand, StopExecutionCommand } from "@aws-sdk/client-sfn";
import { Drink } from "@serverlesspresso/contracts/menu";
import { Ticket } from "@serverlesspresso/contracts/order";
import { isFinal } from "@serverlesspresso/contracts/order-state";
import { z } from "zod";
import { expect, test } from "./actors";
import { awsClients, names } from "./aws-clients";
import { FaultyBar, statesOf } from "./faulty-bar";
import { publishMenu } from "./menu-of";
import { someDrinks } from "./seed-menu";
import { shops } from "./seeds";
import { setShop } from "./set-shop";

const served = ["REQUESTED", "CREATED", "SUBMITTED", "MAKING", "COMPLETED", "COLLECTED"];
const submits = process.env.TEST_FULL ? 50 : 15;
const Logged = z.object({ detail: z.object({ TaskToken: z.string() }) });

test("a request repeated ten times at once, and long after the order has ended, is one effect", async ({
  stack,
}) => {
  const bar = await FaultyBar.open(stack, shops.faults);
  const orderId = await bar.begin();
  const who = bar.next();
  const answers = await Promise.all(Array.from({ length: 10 }, () => bar.submit(orderId, who, "one-key")));
  expect(new Set(answers.map(({ status, body }) => `${status} ${Ticket.parse(body).number}`)).size).toBe(1);
  for (const command of ["make", "complete", "collect"]) await bar.done(orderId, command, who);
  await stack.advance(60);
  const late = Ticket.parse((await bar.submit(orderId, who, "one-key")).body);
  expect(late).toMatchObject({ state: "COLLECTED", version: served.length });
  expect(statesOf((await bar.rests([orderId])).rows[0])).toEqual(served);
});

test("of two phones that choose for one order at once, one is heard, and the other reads what it is", async ({
  stack,
}) => {
  const bar = await FaultyBar.open(stack, shops.faults);
  const orderId = await bar.begin();
  const answers = await Promise.all([bar.submit(orderId), bar.submit(orderId)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const number = (await bar.row(orderId))?.orderNumber;
  expect(answers.map(({ body }) => JSON.stringify(body).includes(`"number":${number}`))).toEqual([
    true,
    true,
  ]);
});

test("cancel, claim and complete in the same millisecond: each that was answered happened, once, in a legal order", async ({
  stack,
}) => {
  const bar = await FaultyBar.open(stack, shops.faults);
  const [ana, ben, , manager] = bar.staff;
  const orders = await bar.beginMany(5);
  for (const orderId of orders) {
    await bar.done(orderId, "submit");
    const answers = await Promise.all([
      bar.command(orderId, "cancel", manager),
      bar.command(orderId, "make", ana),
      bar.command(orderId, "complete", ben),
    ]);
    const happened = answers.filter(({ status }) => status === 200).length;
    expect(answers.map(({ status }) => status).filter((status) => status !== 200 && status !== 409)).toEqual(
      [],
    );
    expect((await bar.row(orderId))?.version).toBe(3 + happened);
  }
  const { rows } = await bar.rests(orders);
  for (const row of rows) expect(row.keys).toHaveLength(row.version - 2);
});

test("a time-out and complete in the same millisecond: one of them wins, and workflow and place follow", async ({
  stack,
}) => {
  const bar = await FaultyBar.open(stack, shops.faults);
  const orders = await bar.beginMany(6);
  await Promise.all(orders.map((orderId) => bar.done(orderId, "submit")));
  await stack.advance(899);
  const completed = orders.map((orderId) => bar.command(orderId, "complete"));
  await Promise.all([stack.advance(2), ...completed]);
  const answers = await Promise.all(completed);
  const { rows } = await bar.rests(orders);
  for (const [index, orderId] of orders.entries()) {
    const states = statesOf(rows.find(({ SK }) => SK === orderId));
    const isInTime = answers[index]?.status === 200;
    expect(states[3]).toBe(isInTime ? "COMPLETED" : "EXPIRED");
  }
});

test("a token returned twice, late and of another order ends its own wait once, and the order goes on", async ({
  stack,
}) => {
  const bar = await FaultyBar.open(stack, shops.faults);
  const { stepFunctions, logs } = awsClients(stack);
  const [orderId = "", other = ""] = await bar.beginMany(2);
  const giveBack = (taskToken = "") =>
    stepFunctions.send(new SendTaskSuccessCommand({ taskToken, output: "{}" }));
  const filterPattern = `{ $.detail-type = "OrderProcessor.WorkflowStarted" && $.detail.orderId = "${orderId}" }`;
  const search = new FilterLogEventsCommand({ logGroupName: names.eventLogGroup, filterPattern });
  const started = async () => (await logs.send(search)).events ?? [];
  await expect.poll(async () => (await started()).length).toBe(1);
  const [event] = await started();
  const old = Logged.parse(JSON.parse(event?.message ?? "")).detail.TaskToken;
  await bar.done(orderId, "submit");
  await expect.poll(async () => (await bar.row(orderId))?.waitingFor).toBe("barista");
  await expect(giveBack(old)).rejects.toThrow(expect.objectContaining({ name: "TaskTimedOut" }));
  const present = (await bar.row(orderId))?.TaskToken;
  const twice = await Promise.allSettled([giveBack(present), giveBack(present)]);
  expect(twice.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  // The workflow is ahead of the row now, which keeps what it waits for until it gets there.
  await expect.poll(async () => (await bar.row(orderId))?.waitingFor).toBe("collection");
  for (const command of ["make", "complete", "collect"]) await bar.done(orderId, command, bar.staff[0]);
  await bar.serve(other);
  for (const row of (await bar.rests([orderId, other])).rows) expect(statesOf(row)).toEqual(served);
});

test("an order whose execution was stopped by hand is made and collected, and gives its place back", async ({
  stack,
}) => {
  const bar = await FaultyBar.open(stack, shops.faults);
  const orderId = await bar.begin();
  const { execution = "" } = (await bar.row(orderId)) ?? {};
  const executionArn = `arn:aws:states:us-east-1:000000000000:execution:${names.workflow}:${execution}`;
  await awsClients(stack).stepFunctions.send(new StopExecutionCommand({ executionArn }));
  bar.forget(execution);
  await bar.serve(orderId);
  const { shop } = await bar.rests([orderId]);
  expect(shop.inFlight[orderId]).toBeUndefined();
});

test(`a shop that closes under ${submits} submits serves everybody whom it had let in, and lets nobody else in`, async ({
  stack,
}) => {
  const bar = await FaultyBar.open(stack, shops.closing);
  const orders = await bar.beginMany(submits);
  const answers = orders.map((orderId) => bar.submit(orderId));
  await Promise.all([setShop(stack, { status: "closed" }, shops.closing), ...answers]);
  expect((await Promise.all(answers)).map(({ status }) => status)).toEqual(Array(submits).fill(200));
  const late = z
    .object({ orderId: z.string() })
    .parse((await bar.next().call("POST", "/orders")).body).orderId;
  await expect.poll(async () => (await bar.row(late))?.ORDERSTATE).toBe("CANCELLED");
  await Promise.all(orders.map((orderId) => bar.done(orderId, "complete")));
  const { rows } = await bar.rests([...orders, late]);
  expect(rows.filter(({ ORDERSTATE }) => ORDERSTATE === "COMPLETED")).toHaveLength(submits);
  await Promise.all(orders.map((orderId) => bar.done(orderId, "collect")));
  expect((await bar.rests(orders)).rows.every(({ ORDERSTATE }) => isFinal(ORDERSTATE))).toBe(true);
  await setShop(stack, { status: "open" }, shops.closing);
});

test("a menu published under an open basket refuses by name what it does not have, and takes another choice", async ({
  stack,
}) => {
  const bar = await FaultyBar.open(stack, shops.menu);
  const drinks = someDrinks.map((each) => Drink.parse(each));
  const [gone, ...others] = drinks;
  await publishMenu(stack, drinks);
  const orderId = await bar.begin();
  await publishMenu(stack, others);
  const refused = await bar.submit(orderId, bar.next(), "first", { drink: gone?.id, modifiers: [] });
  expect([refused.status, JSON.stringify(refused.body)]).toEqual([
    422,
    expect.stringContaining("drink_unknown"),
  ]);
  const taken = await bar.submit(orderId, bar.next(), "second", { drink: others[0]?.id, modifiers: [] });
  expect(taken.status, JSON.stringify(taken.body)).toBe(200);
  await bar.done(orderId, "cancel", bar.staff[3]);
});
