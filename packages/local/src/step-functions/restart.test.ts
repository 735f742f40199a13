import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Engine, waitForToken } from "./engine.fixture";
import { type Entry, Ledger } from "./ledger";
import { Store } from "./store";

const wait = {
  Wait: {
    ...waitForToken,
    TimeoutSeconds: 60,
    Catch: [{ ErrorEquals: ["States.Timeout"], Next: "Late" }],
    Next: "Done",
  },
  Done: { Type: "Succeed", Output: "{% 'done ' & $states.input %}" },
  Late: { Type: "Succeed", Output: "late" },
};

test("a token given out before a kill works after it, and its event is not put again", async () => {
  const first = await (await Engine.open()).started();
  const arn = await first.run(wait);
  await first.historyUpTo(arn, "TaskSubmitted");
  const taskToken = await first.token();
  await first.durable();
  const second = await (await first.killed()).started();
  expect(second.calls).toEqual([]);
  await second.call("SendTaskSuccess", { taskToken, output: '"well"' });
  expect(await second.output(arn)).toBe("done well");
  const again = second.call("SendTaskSuccess", { taskToken, output: "1" });
  await expect(again).rejects.toMatchObject({ code: "TaskTimedOut" });
});

test("a token used before a kill stays used after it", async () => {
  const first = await (await Engine.open()).started();
  const arn = await first.run(wait);
  const taskToken = await first.token();
  await first.call("SendTaskSuccess", { taskToken, output: '"well"' });
  const second = await (await first.killed()).started();
  const again = second.call("SendTaskSuccess", { taskToken, output: "1" });
  await expect(again).rejects.toMatchObject({ code: "TaskTimedOut" });
  expect(await second.output(arn)).toBe("done well");
});

test("a wait's time goes on over a kill", async () => {
  const first = await (await Engine.open()).started();
  const arn = await first.run(wait);
  await first.historyUpTo(arn, "TaskSubmitted");
  first.clock.advance(50);
  const second = await (await first.killed()).started();
  second.clock.advance(11);
  expect(await second.output(arn)).toBe("late");
});

test("a Wait that ended while nothing ran goes on at the start", async () => {
  const first = await (await Engine.open()).started();
  const arn = await first.run({ A: { Type: "Wait", Seconds: 60, End: true } });
  await first.historyUpTo(arn, "WaitStateEntered");
  await first.durable();
  const second = await first.killed();
  second.clock.advance(61);
  await second.started();
  expect(await second.output(arn)).toEqual({});
});

test("a call under way at a kill is made again with the same arguments and the same token", async () => {
  const first = await (await Engine.open()).started();
  first.answer = () => new Promise(() => undefined);
  const arn = await first.run(wait);
  const taskToken = await first.token();
  const second = await (await first.killed()).started();
  expect(await second.token()).toBe(taskToken);
  await second.call("SendTaskSuccess", { taskToken, output: '"well"' });
  expect(await second.output(arn)).toBe("done well");
});

test("a task without a token that was running at a kill runs again", async () => {
  const first = await (await Engine.open()).started();
  first.answer = () => new Promise(() => undefined);
  const Resource = "arn:aws:states:::aws-sdk:dynamodb:batchGetItem";
  const arn = await first.run({ A: { Type: "Task", Resource, Arguments: { a: 1 }, End: true } });
  await expect.poll(() => first.calls.length).toBe(1);
  const second = await first.killed();
  second.answer = () => ({ found: true });
  await second.started();
  expect(await second.output(arn)).toEqual({ found: true });
  expect(second.calls).toEqual(first.calls);
});

test("an execution keeps the definition and the variables it had, whatever was deployed since", async () => {
  const first = await (await Engine.open()).started();
  const states = (word: string) => ({
    Set: { Type: "Pass", Assign: { word }, Next: "Wait" },
    Wait: { ...waitForToken, Next: "Done" },
    Done: { Type: "Succeed", Output: `{% $word & ' ${word}' %}` },
  });
  const arn = await first.run(states("old"));
  const taskToken = await first.token();
  const { stateMachineArn } = await first.call("DescribeStateMachineForExecution", { executionArn: arn });
  const definition = JSON.stringify({ QueryLanguage: "JSONata", StartAt: "Set", States: states("new") });
  await first.call("UpdateStateMachine", { stateMachineArn, definition });
  const second = await (await first.killed()).started();
  await second.call("SendTaskSuccess", { taskToken, output: "{}" });
  expect(await second.output(arn)).toBe("old old");
  const fresh = await second.call("StartExecution", { stateMachineArn });
  await second.call("SendTaskSuccess", { taskToken: await second.token(), output: "{}" });
  expect(await second.output(fresh.executionArn)).toBe("new new");
});

test("every answer before a kill is the same after it", async () => {
  const first = await (await Engine.open()).started();
  const waiting = await first.run(wait, { some: "input" });
  await first.historyUpTo(waiting, "TaskSubmitted");
  const ended = await first.run(
    { A: { Type: "Pass", Assign: { v: [1] }, Output: 2, End: true } },
    {},
    "other",
  );
  await first.ended(ended);
  await first.durable();
  const look = async (engine: Engine) => ({
    waiting: await engine.call("DescribeExecution", { executionArn: waiting }),
    waitingHistory: await engine.history(waiting),
    ended: await engine.call("DescribeExecution", { executionArn: ended }),
    endedHistory: await engine.history(ended),
    machines: await engine.call("ListStateMachines", {}),
  });
  const before = await look(first);
  expect(await look(await first.killed())).toEqual(before);
});

test("a compacted journal replays to the same ledger, with what was appended meanwhile", async () => {
  const folder = mkdtempSync(join(tmpdir(), "step-functions-store-"));
  const store = await Store.open(folder, { compactBeyondBytes: 20_000, compactAtOpenBytes: 0 });
  await store.append({ type: "machine", machine: machineOf("definition") });
  await Promise.all(Array.from({ length: 200 }, (_, index) => startAndEnd(store, index)));
  await store.close();
  const again = await Store.open(folder);
  expect(stateOf(again.ledger)).toEqual(stateOf(store.ledger));
  expect(again.ledger.executions.size).toBe(200);
  await again.close();
});

test("the oldest finished executions are forgotten, running ones never", async () => {
  const ledger = new Ledger();
  ledger.apply({ type: "machine", machine: machineOf("definition") });
  ledger.apply(started(0));
  for (let index = 1; index <= 2100; index += 1) {
    ledger.apply(started(index));
    ledger.apply(succeeded(index));
  }
  expect(ledger.executions.size).toBe(2001);
  expect(ledger.running().map(({ header }) => header.sequence)).toEqual([0]);
  expect(ledger.executions.has("arn100")).toBe(false);
  expect(ledger.executions.has("arn101")).toBe(true);
});

function stateOf(ledger: Ledger) {
  return {
    machines: ledger.machines,
    executions: new Set(ledger.executions.values()),
    next: ledger.nextSequence,
  };
}

async function startAndEnd(store: Store, index: number): Promise<void> {
  await store.append(started(index));
  if (index % 3 > 0) await store.append(succeeded(index));
}

function machineOf(definition: string) {
  const times = { createdAt: 1, updatedAt: 1, revisionId: "INITIAL" };
  return { arn: "machine", name: "machine", definition, roleArn: "role", ...times };
}

function started(index: number): Entry {
  const header = {
    arn: `arn${index}`,
    name: `name${index}`,
    machineArn: "machine",
    machineName: "machine",
    roleArn: "role",
    definitionHash: "4b6fa5ab6a1b4fb9",
    sequence: index,
    startedAt: 1,
    input: "x".repeat(500),
  };
  return {
    type: "execution",
    header,
    events: [{ id: 1, at: 1, type: "ExecutionStarted", input: header.input, roleArn: "role" }],
  };
}

function succeeded(index: number): Entry {
  return {
    type: "events",
    arn: `arn${index}`,
    events: [{ id: 2, at: 2, type: "ExecutionSucceeded", output: "1" }],
  };
}
