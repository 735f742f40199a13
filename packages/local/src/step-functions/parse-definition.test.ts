import { expect, test } from "vitest";
import { definitionOf, waitForToken } from "./engine.fixture";
import { parseDefinition } from "./parse-definition";

const done = { Type: "Succeed" };

test("accepts every kind of state that runs here", () => {
  const definition = definitionOf(
    {
      Wait: { Type: "Wait", Seconds: "{% 1 %}", Next: "Task" },
      Task: {
        ...waitForToken,
        TimeoutSeconds: "{% $seconds %}",
        Retry: [{ ErrorEquals: ["Busy"], MaxDelaySeconds: 20, JitterStrategy: "FULL" }],
        Catch: [{ ErrorEquals: ["States.ALL"], Next: "Fail", Assign: { a: 1 }, Output: {} }],
        Next: "Choice",
      },
      Choice: { Type: "Choice", Choices: [{ Condition: "{% true %}", Next: "Pass" }], Default: "Done" },
      Pass: { Type: "Pass", Assign: { b: "{% 1 %}" }, Next: "Done" },
      Done: done,
      Fail: { Type: "Fail", Error: "{% 'a' %}", Cause: "b" },
    },
    { Comment: "all", TimeoutSeconds: 10, Version: "1.0" },
  );
  expect(parseDefinition(definition).States).toHaveProperty("Fail");
});

test.each<[string, Record<string, object>, object, RegExp]>([
  ["JSONPath", { A: done }, { QueryLanguage: "JSONPath" }, /QueryLanguage.*JSONPath/],
  ["a JSONPath field", { A: { Type: "Pass", InputPath: "$", End: true } }, {}, /InputPath of state "A"/],
  [
    "a heartbeat",
    { A: { ...waitForToken, HeartbeatSeconds: 5, End: true } },
    {},
    /HeartbeatSeconds of state "A"/,
  ],
  ["a Map", { A: { Type: "Map", Items: [], End: true } }, {}, /field Type of state "A"/],
  ["a Parallel", { A: { Type: "Parallel", Branches: [], End: true } }, {}, /field Type of state "A"/],
  ["an unknown top-level field", { A: done }, { Extra: 1 }, /field Extra/],
  ["a dangling Next", { A: { Type: "Pass", Next: "B" } }, {}, /"A" goes to "B"/],
  ["an unreachable state", { A: done, B: done }, {}, /"B" is not reachable/],
  ["a missing StartAt", { A: done }, { StartAt: "B" }, /StartAt: there is no state "B"/],
  [
    "names that every object has",
    { A: { Type: "Pass", Next: "toString" } },
    { StartAt: "constructor" },
    /StartAt: there is no state "constructor".*"A" goes to "toString"/s,
  ],
  ["a state without an end", { A: { Type: "Pass" } }, {}, /"A" needs exactly one of Next and End/],
  ["wrong JSONata", { A: { Type: "Pass", Output: "{% $x + %}", End: true } }, {}, /state "A": field Output/],
  [
    "$eval",
    { A: { Type: "Pass", Output: { x: "{% $eval('1') %}" }, End: true } },
    {},
    /\$eval is not allowed/,
  ],
  [
    "a reserved variable",
    { A: { Type: "Pass", Assign: { states: 1 }, End: true } },
    {},
    /Assign\/states of state "A"/,
  ],
  [
    "a timeout of zero",
    { A: { ...waitForToken, TimeoutSeconds: 0, End: true } },
    {},
    /TimeoutSeconds of state "A"/,
  ],
  [
    "States.ALL beside another error",
    { A: { ...waitForToken, Retry: [{ ErrorEquals: ["States.ALL", "B"] }], End: true } },
    {},
    /States.ALL must stand alone/,
  ],
  [
    "an optimised DynamoDB call that waits for a token",
    { A: { Type: "Task", Resource: "arn:aws:states:::dynamodb:updateItem.waitForTaskToken", End: true } },
    {},
    /Resource of state "A"/,
  ],
  [
    "an integration that does not exist here",
    { A: { Type: "Task", Resource: "arn:aws:states:::sns:publish", End: true } },
    {},
    /sns:publish is not implemented/,
  ],
])("refuses %s by its name", (_, states, more, message) => {
  expect(() => parseDefinition(definitionOf(states, more))).toThrow(
    expect.objectContaining({ code: "InvalidDefinition", message: expect.stringMatching(message) }),
  );
});

test("refuses text that is no JSON", () => {
  expect(() => parseDefinition("{")).toThrow(expect.objectContaining({ code: "InvalidDefinition" }));
});
