import { expect, it } from "vitest";
import { isShort, leftText, warningText } from "./left-text";

it("counts in minutes, and in seconds only at the end", () => {
  expect(leftText(899)).toBe("Your place is kept for 15 minutes");
  expect(leftText(119)).toBe("Your place is kept for 1:59");
  expect(leftText(7)).toBe("Your place is kept for 0:07");
  expect(leftText(0)).toBe("Your place is about to be given back");
});

it("warns in good time, and says what can be done", () => {
  expect([isShort(120), isShort(119)]).toEqual([false, true]);
  expect(warningText(1)).toMatch(/ask for more time/);
  expect(warningText(0)).toMatch(/Please choose/);
});
