import { expect, it } from "vitest";
import { clockText, secondsText } from "./clock-text";

it("tells an instant by the shop's clock, not the device's", () => {
  expect(clockText("2026-11-22T07:14:09Z", "Europe/Berlin")).toBe("08:14");
  expect(secondsText("2026-11-22T07:14:09Z", "Asia/Tokyo")).toBe("16:14:09");
});
