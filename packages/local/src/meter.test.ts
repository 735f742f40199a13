import { expect, test } from "vitest";
import { Meter } from "./meter";

test("adds up each thing by itself", () => {
  const meter = new Meter();
  meter.add("lambda.invocations");
  meter.add("lambda.ms", 12.5);
  meter.add("lambda.invocations");
  expect(meter.read()).toEqual({ "lambda.invocations": 2, "lambda.ms": 12.5 });
});
