import { expect, it } from "vitest";
import { problemAt, problemUnder } from "./problem-at";

const problem = { path: [2, "options", 0, "choices", 1, "name"], message: "must not be empty" };

it("is told at its own box and nowhere else", () => {
  const inGroup = problemUnder(problem, 2, "options", 0);
  expect(problemAt(inGroup, ["choices", 1, "name"])).toBe("Type a name, and the draft is kept.");
  expect(problemAt(inGroup, ["choices", 0, "name"])).toBeNull();
  expect(problemAt(inGroup, ["name"])).toBeNull();
  expect(problemUnder(problem, 1)).toBeNull();
  expect(problemUnder(null, 2)).toBeNull();
});
