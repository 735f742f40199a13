import { expect, test } from "vitest";
import { deadEventOf } from "./dead-event";

const event = { id: "1", source: "s", "detail-type": "t", time: "2026-01-01T00:00:00Z", detail: { a: 1 } };
const letter = (rule: string, Body = JSON.stringify(event)) => ({
  MessageId: "m",
  ReceiptHandle: "r",
  Body,
  Attributes: {},
  MessageAttributes: { RULE_ARN: { StringValue: rule } },
});

test("an event that could not be delivered knows the bus it was on", () => {
  const sent = { source: "s", type: "t", detail: '{"a":1}' };
  const arn = "arn:aws:events:us-east-1:000000000000:rule/";
  expect(deadEventOf(letter(`${arn}Shop/NewOrder`))).toEqual({ bus: "Shop", ...sent });
  expect(deadEventOf(letter(`${arn}Nightly`))).toEqual({ bus: "default", ...sent });
});

test("any other message is no event", () => {
  expect(deadEventOf({ ...letter(""), MessageAttributes: {} })).toBeUndefined();
  expect(deadEventOf(letter("arn:aws:events:us-east-1:0:rule/x", "hello"))).toBeUndefined();
});
