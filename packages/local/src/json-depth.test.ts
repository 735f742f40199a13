import { expect, test } from "vitest";
import { isTooDeep } from "./json-depth";

const nested = (levels: number) => `${'{"a":['.repeat(levels / 2)}${"]}".repeat(levels / 2)}`;

test.each([
  ["500 levels", nested(500), false],
  ["502 levels", nested(502), true],
  ["arrays without an end", "[".repeat(501), true],
  ["many that are closed again", `[${"[],{},".repeat(2000)}1]`, false],
  ["brackets in strings", JSON.stringify("[{".repeat(1000)), false],
  ["a quote behind a backslash", JSON.stringify({ 'a"[': `\\"${"[".repeat(600)}` }), false],
  ["no JSON at all", '"', false],
])("says of %s: %#", (_, text, expected) => {
  expect(isTooDeep(text)).toBe(expected);
});
