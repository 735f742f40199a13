import { expect, test } from "vitest";
import { compileFilterPattern } from "./filter-pattern";

const event = JSON.stringify({
  "detail-type": "OrderProcessor.WorkflowStarted",
  source: "awsserverlessda.serverlesspresso",
  detail: { orderId: "1", n: 5, ok: true, none: null, list: [{ a: 1 }, { a: 2 }] },
});

test.each([
  ["", event, true],
  ["OrderProcessor.WorkflowStarted", event, true],
  ["orderprocessor", event, false],
  ["OrderProcessor orderId", event, true],
  ["OrderProcessor absent", event, false],
  ['"orderId\\":\\"1"', event, true],
  ["?absent ?orderId", event, true],
  ["?absent ?missing", event, false],
  ["OrderProcessor -orderId", event, false],
  ["-absent", event, true],
  ["%Order\\w+\\.Work%", event, true],
  ['"two words"', "with two words", true],
  ['"two words"', "words two", false],
  ['{ $.detail-type = "OrderProcessor.WorkflowStarted" }', event, true],
  ['{ $.detail-type = "OrderProcessor.*" }', event, true],
  ["{ $.detail-type = Order*Started }", event, true],
  ['{$.detail-type="Other"}', event, false],
  ['{ $.detail-type != "Other" }', event, true],
  ['{ $.absent != "Other" }', event, false],
  ["{ $.['detail-type'] = Order* }", event, true],
  ["{ $.detail.n = 5 }", event, true],
  ["{ $.detail.n >= 5 && $.detail.n < 6 }", event, true],
  ["{ $.detail.n > 5 || $.detail.orderId = 1 }", event, true],
  ['{ ($.detail.n > 5 || $.detail.ok IS TRUE) && $.source = "aws*" }', event, true],
  ["{ $.detail.none IS NULL }", event, true],
  ["{ $.detail.absent NOT EXISTS }", event, true],
  ["{ $.detail.n NOT EXISTS }", event, false],
  ["{ $.detail.list[1].a = 2 }", event, true],
  ["{ $.detail.list[*].a = 2 }", event, true],
  ["{ $.detail.list[0].a = 2 }", event, false],
  ["{ $.source = %^awsserverless% }", event, true],
  ["{ $.source = * }", "no JSON", false],
])("%j on %j is %j", (pattern, line, expected) => {
  expect(compileFilterPattern(pattern)(line)).toBe(expected);
});

test.each([
  ["{ $.a = }"],
  ["{ $.a = 1"],
  ["{ a = 1 }"],
  ["{ $.a ~ 1 }"],
  ["{ $.a < x }"],
  ["{ $.a = 1 } x"],
  ['"open'],
  ["[a, b]"],
  ["%(%"],
])("refuses %s", (pattern) => {
  expect(() => compileFilterPattern(pattern)).toThrowError(
    expect.objectContaining({ code: "InvalidParameterException" }),
  );
});
