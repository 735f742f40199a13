import { expect, it } from "vitest";
import { nextOf } from "./next-of";

it("comes back to pages of this app only", () => {
  expect(nextOf("/order?id=a")).toBe("/order?id=a");
  expect(nextOf(null)).toBe("/");
  for (const foreign of ["//evil.example", "/\\evil.example", "https://evil.example", "javascript:1"]) {
    expect(nextOf(foreign)).toBe("/");
  }
});
