import { expect, it } from "vitest";
import { endingWords } from "./ending-words";

it("says what the barista said, else what happened and when", () => {
  expect(endingWords({ cause: "barista", submitted: true, reason: "No milk" })).toBe("No milk");
  expect(endingWords({ cause: "timeout", submitted: false, reason: null })).toBe("Nothing chosen in time");
  expect(endingWords({ cause: "timeout", submitted: true, reason: null })).toBe("Not made in time");
});
