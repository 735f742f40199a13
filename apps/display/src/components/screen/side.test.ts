import { expect, it } from "vitest";
import { sideOn } from "./side";

it("puts the code on the other side from one day to the next", () => {
  const days = ["2026-11-29", "2026-11-30", "2026-12-01", "2026-12-02"];
  expect(new Set(days.map(sideOn)).size).toBe(2);
  for (const [index, day] of days.slice(1).entries()) expect(sideOn(day)).not.toBe(sideOn(days[index] ?? ""));
});
