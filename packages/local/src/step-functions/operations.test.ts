import { describe, expect, test } from "vitest";
import { definitionOf, Engine, waitForToken } from "./engine.fixture";

const roleArn = "arn:aws:iam::000000000000:role/any";
const machineArn = "arn:aws:states:us-east-1:000000000000:stateMachine:machine";
const waiting = { Wait: { ...waitForToken, End: true } };
const passing = { A: { Type: "Pass", End: true } };

async function withMachine(states: Record<string, object>): Promise<Engine> {
  const engine = await (await Engine.open()).started();
  await engine.call("CreateStateMachine", { name: "machine", roleArn, definition: definitionOf(states) });
  return engine;
}

describe("StartExecution", () => {
  test("the same name and input while it runs answers the same execution", async () => {
    const engine = await withMachine(waiting);
    const start = { stateMachineArn: machineArn, name: "one", input: '{"a":1}' };
    const [first, second] = await Promise.all([
      engine.call("StartExecution", start),
      engine.call("StartExecution", start),
    ]);
    expect(second).toEqual(first);
    expect(await engine.call("StartExecution", start)).toEqual(first);
    expect(engine.calls).toHaveLength(1);
  });

  test("the same name with another input, or after the end, answers ExecutionAlreadyExists", async () => {
    const engine = await withMachine(waiting);
    const start = { stateMachineArn: machineArn, name: "one", input: "1" };
    const { executionArn } = await engine.call("StartExecution", start);
    const other = engine.call("StartExecution", { ...start, input: "2" });
    await expect(other).rejects.toMatchObject({ code: "ExecutionAlreadyExists" });
    await engine.call("StopExecution", { executionArn });
    await expect(engine.call("StartExecution", start)).rejects.toMatchObject({
      code: "ExecutionAlreadyExists",
    });
  });

  test.each([
    ["InvalidExecutionInput", { stateMachineArn: machineArn, input: "{" }],
    ["StateMachineDoesNotExist", { stateMachineArn: `${machineArn}2` }],
    ["InvalidArn", { stateMachineArn: "machine" }],
    ["ValidationException", {}],
    ["ValidationException", { stateMachineArn: machineArn, name: "a b" }],
  ])("answers %s for %j", async (code, input) => {
    const engine = await withMachine(passing);
    await expect(engine.call("StartExecution", input)).rejects.toMatchObject({ code });
  });
});

test("unknown executions answer ExecutionDoesNotExist", async () => {
  const engine = await withMachine(passing);
  const executionArn = "arn:aws:states:us-east-1:000000000000:execution:machine:nobody";
  for (const operation of ["DescribeExecution", "StopExecution", "GetExecutionHistory"]) {
    const asked = engine.call(operation, { executionArn });
    await expect(asked).rejects.toMatchObject({ code: "ExecutionDoesNotExist" });
  }
});

test("ListExecutions pages from the newest to the oldest and filters by status", async () => {
  const engine = await withMachine(waiting);
  for (const name of ["a", "b", "c"])
    await engine.call("StartExecution", { stateMachineArn: machineArn, name });
  const executionArn = "arn:aws:states:us-east-1:000000000000:execution:machine:b";
  await engine.call("StopExecution", { executionArn });
  const list = (more: object) => engine.call("ListExecutions", { stateMachineArn: machineArn, ...more });
  const names = ({ executions }: { executions: { name: string }[] }) => executions.map(({ name }) => name);
  const first = await list({ maxResults: 2 });
  expect(names(first)).toEqual(["c", "b"]);
  const second = await list({ maxResults: 2, nextToken: first.nextToken });
  expect(names(second)).toEqual(["a"]);
  expect(second.nextToken).toBeUndefined();
  expect(names(await list({ statusFilter: "RUNNING" }))).toEqual(["c", "a"]);
  expect(names(await list({ statusFilter: "ABORTED" }))).toEqual(["b"]);
});

test("the history shows each step with AWS's names, in pages and in reverse", async () => {
  const engine = await withMachine(waiting);
  const { executionArn } = await engine.call("StartExecution", {
    stateMachineArn: machineArn,
    input: '{"a":1}',
  });
  await engine.historyUpTo(executionArn, "TaskSubmitted");
  await engine.call("SendTaskSuccess", { taskToken: await engine.token(), output: "2" });
  const events = await engine.history(executionArn);
  expect(events.map(({ type, id, previousEventId }) => [type, id, previousEventId])).toEqual([
    ["ExecutionStarted", 1, 0],
    ["TaskStateEntered", 2, 0],
    ["TaskScheduled", 3, 2],
    ["TaskStarted", 4, 3],
    ["TaskSubmitted", 5, 4],
    ["TaskSucceeded", 6, 5],
    ["TaskStateExited", 7, 6],
    ["ExecutionSucceeded", 8, 7],
  ]);
  expect(events[0]).toMatchObject({ executionStartedEventDetails: { input: '{"a":1}', roleArn } });
  expect(events[1]).toMatchObject({ stateEnteredEventDetails: { name: "Wait", input: '{"a":1}' } });
  expect(events[2]).toMatchObject({
    taskScheduledEventDetails: { resourceType: "events", resource: "putEvents.waitForTaskToken" },
  });
  expect(events[7]).toMatchObject({ executionSucceededEventDetails: { output: "2" } });
  const page = await engine.call("GetExecutionHistory", { executionArn, reverseOrder: true, maxResults: 5 });
  expect(page.events.map(({ id }: { id: number }) => id)).toEqual([8, 7, 6, 5, 4]);
  const rest = await engine.call("GetExecutionHistory", {
    executionArn,
    reverseOrder: true,
    nextToken: page.nextToken,
  });
  expect(rest.events.map(({ id }: { id: number }) => id)).toEqual([3, 2, 1]);
});

describe("state machines", () => {
  test("creating the same again answers the same; another definition is refused", async () => {
    const engine = await withMachine(passing);
    const same = { name: "machine", roleArn, definition: definitionOf(passing) };
    expect(await engine.call("CreateStateMachine", same)).toMatchObject({ stateMachineArn: machineArn });
    const other = engine.call("CreateStateMachine", { ...same, definition: definitionOf(waiting) });
    await expect(other).rejects.toMatchObject({ code: "StateMachineAlreadyExists" });
  });

  test("what is not implemented is refused by its name", async () => {
    const engine = await Engine.open();
    const wanted = { name: "machine", roleArn, definition: definitionOf(passing) };
    for (const [name, value] of Object.entries({ type: "EXPRESS", publish: true })) {
      const refused = engine.call("CreateStateMachine", { ...wanted, [name]: value });
      await expect(refused).rejects.toMatchObject({ message: expect.stringContaining(name) });
    }
  });

  test("a deleted one is gone", async () => {
    const engine = await withMachine(passing);
    await engine.call("DeleteStateMachine", { stateMachineArn: machineArn });
    const asked = engine.call("DescribeStateMachine", { stateMachineArn: machineArn });
    await expect(asked).rejects.toMatchObject({ code: "StateMachineDoesNotExist" });
    expect(await engine.call("ListStateMachines", {})).toMatchObject({ stateMachines: [] });
  });
});

describe("the resource of a template", () => {
  const properties = {
    StateMachineName: "OrderProcessor",
    DefinitionString: definitionOf({ A: { Type: "Pass", Output: "$" + "{Word}", End: true } }),
    DefinitionSubstitutions: { Word: "hello" },
    RoleArn: roleArn,
    TracingConfiguration: { Enabled: true },
  };

  async function deploy(engine: Engine, given: object) {
    const type = engine.service.resources?.[0];
    if (type === undefined) throw new Error("no resource type");
    return type.deploy({ logicalId: "Workflow", properties: type.properties.parse(given) });
  }

  test("answers its ARN, fills the definition in, and deploying again changes nothing", async () => {
    const engine = await (await Engine.open()).started();
    const ref = "arn:aws:states:us-east-1:000000000000:stateMachine:OrderProcessor";
    const deployed = await deploy(engine, properties);
    expect(deployed).toMatchObject({ ref, attributes: { Arn: ref, Name: "OrderProcessor" } });
    expect(await deploy(engine, properties)).toEqual(deployed);
    const { executionArn } = await engine.call("StartExecution", { stateMachineArn: ref });
    expect(await engine.output(executionArn)).toBe("hello");
  });

  test("refuses a property and a substitution that it does not know", async () => {
    const engine = await Engine.open();
    await expect(deploy(engine, { ...properties, DefinitionS3Location: {} })).rejects.toThrow(
      "DefinitionS3Location",
    );
    await expect(deploy(engine, { ...properties, DefinitionSubstitutions: {} })).rejects.toThrow("Word");
  });

  test("a rule starts an execution with the event as its input", async () => {
    const engine = await withMachine(passing);
    const { target } = engine.service;
    expect(target?.accepts(machineArn)).toBe(true);
    expect(target?.accepts("arn:aws:sqs:us-east-1:000000000000:queue")).toBe(false);
    await target?.deliver(machineArn, '{"detail":{"orderId":"1"}}');
    const { executions } = await engine.call("ListExecutions", { stateMachineArn: machineArn });
    expect(await engine.output(executions[0].executionArn)).toEqual({ detail: { orderId: "1" } });
  });
});
