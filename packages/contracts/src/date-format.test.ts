import { expect, it } from "vitest";
import { dateFormat } from "./date-format";

it("makes each format once", () => {
  const options = { hour: "2-digit", minute: "2-digit" } as const;
  const berlin = dateFormat("en-GB", { ...options, timeZone: "Europe/Berlin" });
  expect(dateFormat("en-GB", { ...options, timeZone: "Europe/Berlin" })).toBe(berlin);
  const at = new Date("2026-11-22T22:45:00.000Z");
  expect(berlin.format(at)).toBe("23:45");
  expect(dateFormat("en-GB", { ...options, timeZone: "Asia/Tokyo" }).format(at)).toBe("07:45");
  expect(dateFormat("en-US", { ...options, timeZone: "Asia/Tokyo" }).format(at)).toBe("07:45 AM");
});
