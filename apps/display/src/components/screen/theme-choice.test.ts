import { describe, expect, it } from "vitest";
import { choiceAfter, ThemeChoice, themeAt } from "./theme-choice";

const at = (time: string) => Date.parse(`2026-11-22T${time}:00Z`);

describe("the theme", () => {
  it("is light by day and dark by night, where the shop is", () => {
    expect(themeAt("hours", "Europe/Berlin", at("05:59"))).toBe("dark");
    expect(themeAt("hours", "Europe/Berlin", at("06:00"))).toBe("light");
    expect(themeAt("hours", "Europe/Berlin", at("17:59"))).toBe("light");
    expect(themeAt("hours", "Europe/Berlin", at("18:00"))).toBe("dark");
    expect(themeAt("hours", "America/Los_Angeles", at("18:00"))).toBe("light");
  });

  it("is what was chosen at any hour", () => {
    for (const choice of ["light", "dark"] as const) expect(themeAt(choice, "UTC", at("12:00"))).toBe(choice);
    expect(themeAt("device", "UTC", at("12:00"))).toBeNull();
  });

  it("goes through all choices with one key", () => {
    const walked = ThemeChoice.options.map(choiceAfter);
    expect(new Set(walked)).toEqual(new Set(ThemeChoice.options));
    expect(walked).not.toEqual(ThemeChoice.options);
  });
});
