import { describe, expect, test } from "vitest";
import { evaluateTemplate } from "./jsonata-template";

const now = Date.parse("2026-11-22T10:00:00.000Z");
const evaluate = (template: unknown, bindings = {}) => evaluateTemplate(template, bindings, now, "Output");

describe("JSONata in a state", () => {
  test("evaluates every {% %} string, however deep, and leaves the rest as it is", async () => {
    const template = { a: [{ b: "{% $states.input.n + 1 %}" }, "n {% 1 %}"], c: 2, d: null };
    expect(await evaluate(template, { states: { input: { n: 1 } } })).toEqual({
      a: [{ b: 2 }, "n {% 1 %}"],
      c: 2,
      d: null,
    });
  });

  test("answers plain JSON without JSONata's own marks", async () => {
    const result = await evaluate("{% $states.input.list[n > 1] %}", {
      states: { input: { list: [{ n: 1 }, { n: 2 }, { n: 3 }] } },
    });
    expect(result).toStrictEqual([{ n: 2 }, { n: 3 }]);
    expect(Object.keys(result as object)).toEqual(["0", "1"]);
  });

  test("collapses a sequence of one, as on AWS", async () => {
    const states = { input: { list: [{ n: 1 }, { n: 2 }] } };
    expect(await evaluate("{% $states.input.list[n > 1] %}", { states })).toEqual({ n: 2 });
    expect(await evaluate("{% [$states.input.list[n > 1]] %}", { states })).toEqual([{ n: 2 }]);
  });

  test.each([
    ["an unknown variable", "{% $nobody %}"],
    ["a field that is missing", "{% $states.input.missing %}"],
    ["a function", "{% function($x) { $x } %}"],
    ["an expression that throws", "{% 1 + 'a' %}"],
    ["$eval", "{% $eval('1') %}"],
    ["a wrong argument", "{% $range(1, 5, 0) %}"],
    ["a loop without end", "{% ($loop := function($n) { $loop($n + 1) }; $loop(0)) %}"],
  ])("fails with States.QueryEvaluationError for %s", { timeout: 30_000 }, async (_, template) => {
    await expect(evaluate({ deep: [template] }, { states: { input: {} } })).rejects.toMatchObject({
      error: "States.QueryEvaluationError",
      location: "Output/deep[0]",
    });
  });

  test("has the functions that Step Functions adds", async () => {
    expect(await evaluate("{% $partition([1,2,3,4,5], 2) %}")).toEqual([[1, 2], [3, 4], [5]]);
    expect(await evaluate("{% $range(1, 9, 4) %}")).toEqual([1, 5, 9]);
    expect(await evaluate("{% $hash('abc', 'MD5') %}")).toBe("900150983cd24fb0d6963f7d28e17f72");
    expect(await evaluate("{% $hash('abc') %}")).toMatch(/^ba7816bf/);
    expect(await evaluate("{% $random(7) = $random(7) and $random(7) < 1 %}")).toBe(true);
    expect(await evaluate("{% $uuid() %}")).toMatch(/^[0-9a-f-]{36}$/);
    expect(await evaluate("{% $parse('{\"a\":[1]}').a[0] %}")).toBe(1);
  });

  test("tells the machine's time", async () => {
    expect(await evaluate("{% $now() %}")).toBe("2026-11-22T10:00:00.000Z");
    expect(await evaluate("{% $now('[Y]-[M01]') %}")).toBe("2026-11");
    expect(await evaluate("{% $millis() %}")).toBe(now);
  });
});
