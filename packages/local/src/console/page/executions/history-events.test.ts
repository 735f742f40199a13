import { expect, test } from "vitest";
import { detailsOf, eventsOfState, sentenceOf } from "./history-events";

const at = { timestamp: 1, previousEventId: 0 };
const entered = (id: number, name: string) => ({
  ...at,
  id,
  type: "TaskStateEntered",
  stateEnteredEventDetails: { name, input: '{"a":1}', inputDetails: { truncated: false } },
});
const scheduled = {
  ...at,
  id: 3,
  type: "TaskScheduled",
  taskScheduledEventDetails: { resourceType: "dynamodb", resource: "updateItem", parameters: "{}" },
};

test("an event is told in a sentence", () => {
  expect(sentenceOf(entered(2, "Reserve"))).toBe("Reserve: entered");
  expect(sentenceOf(scheduled)).toBe("dynamodb:updateItem: scheduled");
  expect(sentenceOf({ ...at, id: 1, type: "ExecutionStarted" })).toBe("Execution: started");
  const failed = { ...at, id: 9, type: "ExecutionFailed", executionFailedEventDetails: { error: "Full" } };
  expect(sentenceOf(failed)).toBe("Execution: failed, Full");
  const timedOut = { ...at, id: 9, type: "TaskTimedOut", taskTimedOutEventDetails: { resource: "x" } };
  expect(sentenceOf(timedOut)).toBe("lambda:x: timed out");
});

test("JSON in a text is shown as JSON", () => {
  expect(detailsOf(entered(2, "Reserve"))).toEqual({ name: "Reserve", input: { a: 1 } });
});

test("a state that is entered twice has the events of both visits", () => {
  const events = [entered(2, "Wait"), scheduled, entered(4, "Make"), entered(6, "Wait")];
  expect(eventsOfState(events, "Wait").map(({ id }) => id)).toEqual([2, 3, 6]);
  expect(eventsOfState(events, "")).toBe(events);
});
