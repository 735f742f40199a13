import { describe, expect, test } from "vitest";
import { Engine, waitForToken } from "./engine.fixture";

const catching = {
  Wait: {
    ...waitForToken,
    TimeoutSeconds: "{% $states.input.seconds %}",
    Catch: [
      { ErrorEquals: ["States.Timeout"], Next: "Late" },
      { ErrorEquals: ["Cancelled"], Next: "Cancelled" },
    ],
    Next: "Done",
  },
  Done: { Type: "Succeed" },
  Late: { Type: "Succeed", Output: "late" },
  Cancelled: { Type: "Succeed", Output: "{% 'cancelled: ' & $states.input.Cause %}" },
};

describe("a task that waits for its token", () => {
  test("goes on with the output that SendTaskSuccess brings", async () => {
    const engine = await (await Engine.open()).started();
    const arn = await engine.run(catching, { seconds: 60 });
    const taskToken = await engine.token();
    expect(await engine.call("SendTaskHeartbeat", { taskToken })).toEqual({});
    expect(await engine.call("SendTaskSuccess", { taskToken, output: '{"n":1}' })).toEqual({});
    expect(await engine.output(arn)).toEqual({ n: 1 });
  });

  test("goes to the catcher of the error that SendTaskFailure names", async () => {
    const engine = await (await Engine.open()).started();
    const arn = await engine.run(catching, { seconds: 60 });
    await engine.call("SendTaskFailure", {
      taskToken: await engine.token(),
      error: "Cancelled",
      cause: "rain",
    });
    expect(await engine.output(arn)).toBe("cancelled: rain");
  });

  test("ends with States.Timeout by the clock, and the late token answers TaskTimedOut", async () => {
    const engine = await (await Engine.open()).started();
    const arn = await engine.run(catching, { seconds: 60 });
    const taskToken = await engine.token();
    engine.clock.advance(61);
    const late = engine.call("SendTaskSuccess", { taskToken, output: "{}" });
    await expect(late).rejects.toMatchObject({ code: "TaskTimedOut" });
    expect(await engine.output(arn)).toBe("late");
  });

  test("takes its token once: the second use answers TaskTimedOut, also when both come together", async () => {
    const engine = await (await Engine.open()).started();
    const arn = await engine.run(catching, { seconds: 60 });
    const taskToken = await engine.token();
    const both = await Promise.allSettled([
      engine.call("SendTaskSuccess", { taskToken, output: "1" }),
      engine.call("SendTaskSuccess", { taskToken, output: "2" }),
    ]);
    expect(both.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
    expect(await engine.output(arn)).toBe(1);
    for (const operation of ["SendTaskSuccess", "SendTaskFailure", "SendTaskHeartbeat"]) {
      const again = engine.call(operation, { taskToken, output: "3" });
      await expect(again).rejects.toMatchObject({ code: "TaskTimedOut" });
    }
  });

  test("counts a token that comes back before the call that handed it out has answered", async () => {
    const engine = await (await Engine.open()).started();
    let answer = (_: Record<string, unknown>) => {};
    engine.answer = () => new Promise((resolve) => (answer = resolve));
    const arn = await engine.run(catching, { seconds: 60 });
    await engine.call("SendTaskSuccess", { taskToken: await engine.token(), output: '"early"' });
    answer({ FailedEntryCount: 0 });
    expect(await engine.output(arn)).toBe("early");
  });

  test("fails with EventBridge.FailedEntry when the event was not accepted", async () => {
    const engine = await (await Engine.open()).started();
    engine.answer = () => ({ FailedEntryCount: 1, Entries: [{ ErrorCode: "InternalFailure" }] });
    const arn = await engine.run({ Wait: { ...waitForToken, End: true } });
    expect(await engine.ended(arn)).toMatchObject({ status: "FAILED", error: "EventBridge.FailedEntry" });
    expect((await engine.history(arn)).map(({ type }) => type)).toContain("TaskSubmitFailed");
  });

  test("has a new token after a retry; the old one is closed", async () => {
    const engine = await (await Engine.open()).started();
    const retrying = { ...waitForToken, Retry: [{ ErrorEquals: ["Again"], IntervalSeconds: 5 }], End: true };
    const arn = await engine.run({ Wait: retrying });
    const first = await engine.token();
    await engine.call("SendTaskFailure", { taskToken: first, error: "Again" });
    engine.clock.advance(6);
    const second = await engine.token(2);
    expect(second).not.toBe(first);
    const old = engine.call("SendTaskSuccess", { taskToken: first, output: "1" });
    await expect(old).rejects.toMatchObject({ code: "TaskTimedOut" });
    await engine.call("SendTaskSuccess", { taskToken: second, output: "2" });
    expect(await engine.output(arn)).toBe(2);
  });
});

test("a stopped execution's token answers TaskTimedOut", async () => {
  const engine = await (await Engine.open()).started();
  const executionArn = await engine.run(catching, { seconds: 60 });
  const taskToken = await engine.token();
  await engine.call("StopExecution", { executionArn, error: "Enough", cause: "closing" });
  expect(await engine.ended(executionArn)).toMatchObject({ status: "ABORTED", error: "Enough" });
  const late = engine.call("SendTaskSuccess", { taskToken, output: "{}" });
  await expect(late).rejects.toMatchObject({ code: "TaskTimedOut" });
});

test.each([
  ["InvalidToken", "no token at all"],
  [
    "TaskDoesNotExist",
    Buffer.from('{"execution":"x","scheduledId":3,"nonce":"n","seal":"forged"}').toString("base64url"),
  ],
])("a token never given out here answers %s", async (code, taskToken) => {
  const engine = await Engine.open();
  await expect(engine.call("SendTaskSuccess", { taskToken, output: "{}" })).rejects.toMatchObject({ code });
});

test("an output that is no JSON answers InvalidOutput and leaves the token open", async () => {
  const engine = await (await Engine.open()).started();
  const arn = await engine.run(catching, { seconds: 60 });
  const taskToken = await engine.token();
  const wrong = engine.call("SendTaskSuccess", { taskToken, output: "{" });
  await expect(wrong).rejects.toMatchObject({ code: "InvalidOutput" });
  await engine.call("SendTaskSuccess", { taskToken, output: "1" });
  expect(await engine.output(arn)).toBe(1);
});
