import { expect, test } from "vitest";
import { codeAlphabet, RedeemCode } from "./qr-code";

test("a code may be typed in small letters, in groups, with blanks around it", () => {
  expect(RedeemCode.parse({ code: " 34679-cdfgh " })).toEqual({ code: "34679CDFGH" });
});

test("nothing but blanks is no code", () => {
  expect(RedeemCode.safeParse({ code: " - " }).success).toBe(false);
});

test("no two characters of a code look alike, and they make no words", () => {
  expect(new Set(codeAlphabet).size).toBe(codeAlphabet.length);
  expect(codeAlphabet).not.toMatch(/[01258AEIOULSZBV]/);
});
