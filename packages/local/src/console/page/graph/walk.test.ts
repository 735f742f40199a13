import { expect, test } from "vitest";
import { end, start } from "./definition";
import { stepKey, walkOf } from "./walk";

const entered = (id: number, name: string) => ({
  id,
  type: "TaskStateEntered",
  timestamp: id,
  stateEnteredEventDetails: { name },
});
const started = { id: 1, type: "ExecutionStarted", timestamp: 1 };
const twice = [started, entered(2, "Reserve"), entered(4, "Wait"), entered(6, "Make"), entered(8, "Wait")];

test("the last state that was entered is the current one, those before it are passed", () => {
  const { marks, visits, steps } = walkOf(twice, "RUNNING");
  expect(Object.fromEntries(marks)).toEqual({
    [start]: "passed",
    Reserve: "passed",
    Wait: "current",
    Make: "passed",
  });
  expect(visits.get("Wait")).toBe(2);
  expect(steps).toEqual(
    new Set([
      stepKey(start, "Reserve"),
      stepKey("Reserve", "Wait"),
      stepKey("Wait", "Make"),
      stepKey("Make", "Wait"),
    ]),
  );
});

test("an execution that went well has reached the end", () => {
  const { marks, steps } = walkOf(twice, "SUCCEEDED");
  expect(marks.get("Wait")).toBe("passed");
  expect(marks.get(end)).toBe("passed");
  expect(steps.has(stepKey("Wait", end))).toBe(true);
});

test.each(["FAILED", "TIMED_OUT", "ABORTED"] as const)("one that %s ended in its last state", (status) => {
  const { marks } = walkOf(twice, status);
  expect(marks.get("Wait")).toBe("failed");
  expect(marks.has(end)).toBe(false);
});

test("before its first event nothing is marked", () => {
  expect(walkOf([], "RUNNING").marks.size).toBe(0);
});
