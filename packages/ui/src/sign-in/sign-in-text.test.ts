import { expect, it } from "vitest";
import { signInText } from "./sign-in-text";

it("tells each failed sign-in in two short sentences at most, kindly", () => {
  for (const text of Object.values(signInText)) {
    expect(text).toMatch(/^[A-Z][^.]+\.( [A-Z][^.]+\.)?$/);
    expect(text).not.toMatch(/error|oops|!|fail/i);
  }
});

it.each(["wrong_code", "expired_code", "too_many_tries"] as const)(
  "says with %s that another code is to be had",
  (reason) => {
    expect(signInText[reason]).toMatch(/sent/);
  },
);
