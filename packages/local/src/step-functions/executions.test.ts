import { describe, expect, test } from "vitest";
import { AwsError } from "../aws-error";
import { definitionOf, Engine, waitForToken } from "./engine.fixture";

const update = {
  Type: "Task",
  Resource: "arn:aws:states:::dynamodb:updateItem",
  Arguments: { TableName: "t" },
};
const refused = () => {
  throw new AwsError("ConditionalCheckFailedException", "no");
};

describe("states", () => {
  test("a variable is visible from the next state on, not in the Output of its own", async () => {
    const engine = await (await Engine.open()).started();
    const arn = await engine.run({
      First: { Type: "Pass", Assign: { n: 1 }, Next: "Second" },
      Second: { Type: "Pass", Assign: { n: "{% $n + 1 %}" }, Output: { seen: "{% $n %}" }, Next: "Third" },
      Third: { Type: "Succeed", Output: { before: "{% $states.input.seen %}", now: "{% $n %}" } },
    });
    expect(await engine.output(arn)).toEqual({ before: 1, now: 2 });
  });

  test("a Choice takes the first rule that holds, with its own Assign and Output", async () => {
    const engine = await (await Engine.open()).started();
    const choice = {
      Type: "Choice",
      Choices: [
        { Condition: "{% $states.input.n > 5 %}", Next: "End", Output: "big", Assign: { size: "L" } },
        { Condition: "{% $states.input.n > 1 %}", Next: "End", Output: "middle", Assign: { size: "M" } },
      ],
      Default: "End",
      Output: "small",
      Assign: { size: "S" },
    };
    const end = { Type: "Succeed", Output: "{% $states.input & $size %}" };
    const states = { Choice: choice, End: end };
    expect(await engine.output(await engine.run(states, { n: 3 }))).toBe("middleM");
    expect(await engine.output(await engine.run(states, { n: 0 }))).toBe("smallS");
  });

  test("a Choice without a match and without a Default fails the execution", async () => {
    const engine = await (await Engine.open()).started();
    const arn = await engine.run({
      Choice: { Type: "Choice", Choices: [{ Condition: "{% false %}", Next: "End" }] },
      End: { Type: "Succeed" },
    });
    expect(await engine.ended(arn)).toMatchObject({ status: "FAILED", error: "States.NoChoiceMatched" });
  });

  test("an unknown variable fails the execution by the name of the query error", async () => {
    const engine = await (await Engine.open()).started();
    const arn = await engine.run({ A: { Type: "Pass", Output: "{% $nobody %}", End: true } });
    expect(await engine.ended(arn)).toMatchObject({ status: "FAILED", error: "States.QueryEvaluationError" });
    expect((await engine.history(arn)).map(({ type }) => type)).toContain("EvaluationFailed");
  });

  test("Fail ends the execution with its own error and cause", async () => {
    const engine = await (await Engine.open()).started();
    const arn = await engine.run({ A: { Type: "Fail", Error: "{% 'E' & 1 %}", Cause: "because" } });
    expect(await engine.ended(arn)).toMatchObject({ status: "FAILED", error: "E1", cause: "because" });
  });

  test("Wait ends when the machine's clock says so", async () => {
    const engine = await (await Engine.open()).started();
    const arn = await engine.run(
      { A: { Type: "Wait", Seconds: "{% $states.input.s %}", End: true } },
      { s: 600 },
    );
    await engine.historyUpTo(arn, "WaitStateEntered");
    engine.clock.advance(500);
    await engine.historyUpTo(arn, "WaitStateEntered");
    engine.clock.advance(101);
    expect(await engine.output(arn)).toEqual({ s: 600 });
  });

  test("a loop of more states than one append holds goes on to its end", async () => {
    const engine = await (await Engine.open()).started();
    const arn = await engine.run({
      Begin: { Type: "Pass", Assign: { n: 0 }, Next: "Add" },
      Add: { Type: "Pass", Assign: { n: "{% $n + 1 %}" }, Next: "Enough" },
      Enough: { Type: "Choice", Choices: [{ Condition: "{% $n < 100 %}", Next: "Add" }], Default: "End" },
      End: { Type: "Succeed", Output: "{% $n %}" },
    });
    expect(await engine.output(arn)).toBe(100);
  });

  test("the execution's own time-out ends it, whatever it waits for", async () => {
    const engine = await (await Engine.open()).started();
    const { stateMachineArn } = await engine.call("CreateStateMachine", {
      name: "short",
      roleArn: "role",
      definition: definitionOf({ A: { Type: "Wait", Seconds: 100, End: true } }, { TimeoutSeconds: 50 }),
    });
    const { executionArn } = await engine.call("StartExecution", { stateMachineArn });
    await engine.historyUpTo(executionArn, "WaitStateEntered");
    engine.clock.advance(51);
    expect(await engine.ended(executionArn)).toMatchObject({ status: "TIMED_OUT" });
  });
});

describe("tasks", () => {
  test("the context names execution, state machine and state", async () => {
    const engine = await (await Engine.open()).started();
    const arn = await engine.run(
      { A: { Type: "Pass", Output: "{% $states.context %}", End: true } },
      { a: 1 },
    );
    expect(await engine.output(arn)).toMatchObject({
      Execution: { Id: arn, Name: arn.split(":").at(-1), Input: { a: 1 }, RoleArn: expect.any(String) },
      StateMachine: { Id: expect.stringContaining(":stateMachine:machine"), Name: "machine" },
      State: { Name: "A", RetryCount: 0, EnteredTime: expect.stringMatching(/Z$/) },
    });
  });

  test("a retrier repeats a failed task after its delay, and the history shows each attempt", async () => {
    const engine = await (await Engine.open()).started();
    let attempts = 0;
    engine.answer = () => {
      attempts += 1;
      return attempts < 3 ? refused() : { Attributes: { n: { N: "1" } } };
    };
    const ErrorEquals = ["DynamoDB.ConditionalCheckFailedException"];
    const arn = await engine.run({
      A: { ...update, Retry: [{ ErrorEquals, IntervalSeconds: 10, BackoffRate: 3 }], Next: "B" },
      B: { Type: "Succeed", Output: "{% $states.input.Attributes.n.N %}" },
    });
    await engine.historyUpTo(arn, "TaskFailed");
    engine.clock.advance(9);
    expect(attempts).toBe(1);
    engine.clock.advance(2);
    await expect.poll(() => attempts).toBe(2);
    await engine.historyUpTo(arn, "TaskFailed");
    engine.clock.advance(31);
    expect(await engine.output(arn)).toBe("1");
    const types = (await engine.history(arn)).map(({ type }) => type);
    expect(types.filter((type) => type === "TaskScheduled")).toHaveLength(3);
    expect(types.filter((type) => type === "TaskStateEntered")).toHaveLength(1);
  });

  test("a catcher goes where it says, with the error at hand", async () => {
    const engine = await (await Engine.open()).started();
    engine.answer = refused;
    const arn = await engine.run(
      {
        A: {
          ...update,
          Catch: [
            { ErrorEquals: ["Other"], Next: "B" },
            {
              ErrorEquals: ["States.TaskFailed"],
              Assign: { why: "{% $states.errorOutput.Error %}", who: "{% $states.input.who %}" },
              Output: "{% $states.errorOutput.Cause %}",
              Next: "B",
            },
          ],
          Next: "B",
        },
        B: { Type: "Succeed", Output: "{% $who & ' ' & $why & ': ' & $states.input %}" },
      },
      { who: "me" },
    );
    expect(await engine.output(arn)).toBe("me DynamoDB.ConditionalCheckFailedException: no");
  });

  test("an uncaught error fails the execution with the task's error", async () => {
    const engine = await (await Engine.open()).started();
    engine.answer = refused;
    const arn = await engine.run({ A: { ...update, End: true } });
    expect(await engine.ended(arn)).toMatchObject({
      status: "FAILED",
      error: "DynamoDB.ConditionalCheckFailedException",
      cause: "no",
    });
  });

  test("a task that does not answer in time fails with States.Timeout, and its late answer is ignored", async () => {
    const engine = await (await Engine.open()).started();
    let answerLate = (_: Record<string, unknown>) => {};
    engine.answer = ({ operation }) =>
      operation === "UpdateItem" ? new Promise((resolve) => (answerLate = resolve)) : {};
    const arn = await engine.run({
      A: {
        ...update,
        TimeoutSeconds: 30,
        Catch: [{ ErrorEquals: ["States.Timeout"], Next: "B" }],
        Next: "B",
      },
      B: { ...waitForToken, End: true },
    });
    await expect.poll(() => engine.calls.length).toBe(1);
    engine.clock.advance(31);
    await engine.historyUpTo(arn, "TaskSubmitted");
    answerLate({ late: true });
    await engine.call("SendTaskSuccess", { taskToken: await engine.token(), output: '"in time"' });
    expect(await engine.output(arn)).toBe("in time");
  });

  test("a result whose Output cannot be evaluated is caught like any error", async () => {
    const engine = await (await Engine.open()).started();
    const arn = await engine.run({
      A: {
        ...update,
        Output: "{% $states.result.missing %}",
        Catch: [{ ErrorEquals: ["States.QueryEvaluationError"], Next: "B" }],
        End: true,
      },
      B: { Type: "Succeed", Output: "caught" },
    });
    expect(await engine.output(arn)).toBe("caught");
  });
});
