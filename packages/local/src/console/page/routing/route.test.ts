import { expect, test } from "vitest";
import { hashOf, parseHash } from "./route";

test("a place survives being an address, whatever its names are made of", () => {
  const path = ["logs", "/aws/lambda/My Function", "50%?#"];
  const { path: found, query } = parseHash(hashOf(path, { filter: '{ $.a = "b&c" }', empty: "" }));
  expect(found).toEqual(path);
  expect(Object.fromEntries(query)).toEqual({ filter: '{ $.a = "b&c" }' });
});

test("an address that somebody typed leads somewhere, too", () => {
  expect(parseHash("").path).toEqual([]);
  expect(parseHash("#/rules/").path).toEqual(["rules"]);
  expect(parseHash("#/logs/%E0%A4%A").path).toEqual(["logs", "%E0%A4%A"]);
});
