import { expect, it } from "vitest";
import { codeInText } from "./code-in-text";

it("finds the code in what was copied from the e-mail", () => {
  expect(codeInText("123456")).toBe("123456");
  expect(codeInText(" 1234 5678\n")).toBe("12345678");
  expect(codeInText("123-456")).toBe("123456");
  expect(codeInText("Your code is 12345678. It lasts 3 minutes.")).toBe("12345678");
});

it("takes no other number for a code", () => {
  expect(codeInText("It lasts 3 minutes.")).toBeNull();
  expect(codeInText("Call 0123 456 789 00")).toBeNull();
  expect(codeInText("ESPRESSO")).toBeNull();
});
