import { expect, test } from "vitest";
import { namesOf } from "./names";

test("the default stage has the workshop's names", () => {
  expect(namesOf("default")).toMatchObject({
    eventBus: "Serverlesspresso",
    orderTable: "serverlesspresso-order-table",
    validatorTable: "serverlesspresso-validator",
    eventLogGroup: "/aws/events/serverlesspressoEventBus",
    workflow: "OrderProcessor",
  });
});

test("any other stage has names of its own", () => {
  const names = namesOf("try");
  expect(names.eventBus).toBe("Serverlesspresso-try");
  expect(names.of("WorkflowStarted")).toBe("WorkflowStarted-try");
});
