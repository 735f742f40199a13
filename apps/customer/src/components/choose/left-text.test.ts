import { expect, it } from "vitest";
import { leftText } from "./left-text";

it("counts in minutes, and in seconds only at the end", () => {
  expect(leftText(899)).toBe("Your place is kept for 15 minutes");
  expect(leftText(119)).toBe("Your place is kept for 1:59");
  expect(leftText(7)).toBe("Your place is kept for 0:07");
  expect(leftText(0)).toBe("Your place is about to be given back");
});
