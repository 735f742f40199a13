import { appendFileSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../machine-for-tests";
import { waitFor } from "../wait-for.fixture";
import { Engine, waitForToken } from "./engine.fixture";
import type { Entry, Ledger } from "./ledger";
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

test("finished executions leave memory for the archive, and answer as before, also after a kill", async () => {
  const first = await (await Engine.open()).started();
  const arn = await first.run({ A: { Type: "Pass", Assign: { v: [1] }, Output: 2, End: true } });
  await first.ended(arn);
  const before = await look(first, arn);
  await first.archived(arn);
  expect(await look(first, arn)).toEqual(before);
  const second = await (await first.killed()).started();
  expect(await look(second, arn)).toEqual(before);
  const { name, stateMachineArn } = before.execution;
  const again = second.call("StartExecution", { stateMachineArn, name, input: "{}" });
  await expect(again).rejects.toMatchObject({ code: "ExecutionAlreadyExists" });
  const { executions } = await second.call("ListExecutions", { stateMachineArn });
  expect(executions).toMatchObject([{ executionArn: arn, status: "SUCCEEDED" }]);
});

test("a compacted journal replays to the same ledger, with what was appended meanwhile", async () => {
  const { folder, remove } = temporaryFolder();
  const store = Store.open(folder, () => 0);
  await store.append({ type: "machine", machine: machineOf("definition") });
  let appended = 0;
  for (let wave = 0; wave < 4; wave += 1) {
    const indexes = Array.from({ length: 12 }, (_, index) => wave * 12 + index);
    await Promise.all(indexes.map((index) => startAndEnd(store, index, 150_000)));
    appended += 12 * 300_000;
    await waitFor(() => expect(store.ledger.finished.size).toBe((wave + 1) * 8));
  }
  expect(statSync(join(folder, "journal")).size).toBeLessThan(appended * 0.75);
  await store.close();
  const again = Store.open(folder, () => 0);
  expect(stateOf(again.ledger)).toEqual(stateOf(store.ledger));
  expect(again.ledger.running().length).toBe(16);
  await again.close();
  remove();
});

test("the oldest finished executions are forgotten with their file, running ones never", async () => {
  const { folder, remove } = temporaryFolder();
  let now = 1;
  const store = Store.open(folder, () => now, { atLeast: 3, days: 90 });
  await store.append({ type: "machine", machine: machineOf("definition") });
  await store.append(started(0, 10));
  // Each fills a segment of the archive, and the next begins another.
  for (const index of [1, 2, 4, 5, 7, 8]) {
    await startAndEnd(store, index, 4_000_000);
    await waitFor(() => expect(store.ledger.finished.has(`arn${index}`)).toBe(true));
  }
  await waitFor(() => expect([...store.ledger.finished.keys()]).toEqual(["arn5", "arn7", "arn8"]));
  const files = ["000004.archive", "000005.archive", "000006.archive"];
  await waitFor(() => expect(readdirSync(join(folder, "finished"))).toEqual(files));
  now += 91 * 86_400_000;
  await startAndEnd(store, 10, 4_000_000);
  await waitFor(() => expect([...store.ledger.finished.keys()]).toEqual(["arn10"]));
  expect(store.ledger.running().map(({ header }) => header.sequence)).toEqual([0]);
  await store.close();
  remove();
});

test("an archive that is cut off stops the start with file and offset; what was never told of is dropped", async () => {
  const { folder, remove } = temporaryFolder();
  const store = Store.open(folder, () => 0);
  await startAndEnd(store, 1, 100);
  await waitFor(() => expect(store.ledger.finished.size).toBe(1));
  await store.close();
  const file = join(folder, "finished", "000001.archive");
  const { size } = statSync(file);
  appendFileSync(file, "half of a reco");
  const again = Store.open(folder, () => 0);
  expect(statSync(file).size).toBe(size);
  const [finished] = again.ledger.finished.values();
  if (finished === undefined) throw new Error("it is gone");
  expect((await again.read(finished)).header.arn).toBe("arn1");
  const text = readFileSync(file, "utf8");
  writeFileSync(file, text.replace("name1", "name2"));
  await expect(again.read(finished)).rejects.toThrow(`${file} is damaged at offset 0`);
  await again.close();
  truncateSync(file, size - 1);
  expect(() => Store.open(folder, () => 0)).toThrow(`${file} is damaged at offset ${size - 1}`);
  remove();
});

async function look(engine: Engine, executionArn: string) {
  const { stateMachineArn, definition } = await engine.call("DescribeStateMachineForExecution", {
    executionArn,
  });
  return {
    execution: await engine.call("DescribeExecution", { executionArn }),
    history: await engine.history(executionArn),
    list: await engine.call("ListExecutions", { stateMachineArn }),
    definition,
  };
}

function stateOf(ledger: Ledger) {
  return {
    machines: ledger.machines,
    executions: new Set(ledger.executions.values()),
    finished: new Set(ledger.finished.values()),
    next: ledger.nextSequence,
  };
}

async function startAndEnd(store: Store, index: number, bytes: number): Promise<void> {
  await store.append(started(index, bytes));
  if (index % 3 > 0) await store.append(succeeded(index));
}

function machineOf(definition: string) {
  const times = { createdAt: 1, updatedAt: 1, revisionId: "INITIAL" };
  return { arn: "machine", name: "machine", definition, roleArn: "role", ...times };
}

function started(index: number, bytes: number): Entry {
  const header = {
    arn: `arn${index}`,
    name: `name${index}`,
    machineArn: "machine",
    machineName: "machine",
    roleArn: "role",
    definitionHash: "4b6fa5ab6a1b4fb9",
    sequence: index,
    startedAt: 1,
    input: "x".repeat(bytes),
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
