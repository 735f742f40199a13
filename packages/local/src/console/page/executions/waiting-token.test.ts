import { expect, test } from "vitest";
import { waitingToken } from "./waiting-token";

const event = (id: number, type: string, member: string, details: object) => ({
  id,
  type,
  timestamp: id,
  [member]: details,
});
const entered = event(2, "TaskStateEntered", "stateEnteredEventDetails", { name: "Wait" });
const scheduled = event(3, "TaskScheduled", "taskScheduledEventDetails", {
  resourceType: "events",
  resource: "putEvents.waitForTaskToken",
  parameters: JSON.stringify({ Entries: [{ Detail: { orderId: "1", TaskToken: "abc" } }] }),
});
const submitted = event(4, "TaskSubmitted", "taskSubmittedEventDetails", {});

test("a task that waits shows the token it sent away, at whatever depth", () => {
  expect(waitingToken([entered, scheduled, submitted])).toEqual({ state: "Wait", token: "abc" });
});

test("a task that has its token back, or never waited for one, has none", () => {
  const succeeded = event(5, "TaskSucceeded", "taskSucceededEventDetails", {});
  expect(waitingToken([entered, scheduled, submitted, succeeded])).toBeUndefined();
  const plain = event(3, "TaskScheduled", "taskScheduledEventDetails", {
    resource: "updateItem",
    parameters: '{"TaskToken":"abc"}',
  });
  expect(waitingToken([entered, plain])).toBeUndefined();
  expect(waitingToken([])).toBeUndefined();
});
