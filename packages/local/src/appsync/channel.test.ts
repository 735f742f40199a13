import { expect, test } from "vitest";
import { parseChannel } from "./channel";

const accepts = (path: unknown, wildcard: boolean): boolean => {
  try {
    parseChannel(path, wildcard);
    return true;
  } catch {
    return false;
  }
};

test("takes one to five segments of letters, digits and dashes, with or without the leading slash", () => {
  expect(parseChannel("shop/a-1/queue", false)).toEqual({
    path: "/shop/a-1/queue",
    segments: ["shop", "a-1", "queue"],
  });
  expect(["/a", "/a/b/c/d/e", `/${"x".repeat(50)}`].map((path) => accepts(path, false))).toEqual([
    true,
    true,
    true,
  ]);
  const bad = [
    "",
    "/",
    "/a/",
    "/a//b",
    "/a/b/c/d/e/f",
    "/a_b",
    "/-a",
    "/a.b",
    `/${"x".repeat(51)}`,
    1,
    undefined,
  ];
  expect(bad.filter((path) => accepts(path, true))).toEqual([]);
});

test("takes a wildcard at the end of a subscription only, behind the namespace", () => {
  expect(accepts("/shop/*", true)).toBe(true);
  expect(accepts("/shop/a/*", true)).toBe(true);
  expect(accepts("/shop/*", false)).toBe(false);
  expect(["/*", "/shop/*/queue", "/shop/a*"].filter((path) => accepts(path, true))).toEqual([]);
});
