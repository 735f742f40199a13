import { describe, expect, it } from "vitest";
import { askOf, type Pressed } from "./bar-keys";

const press = (key: string, about: Partial<Pressed> = {}) =>
  askOf({
    key,
    code: "",
    shiftKey: false,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    repeat: false,
    ...about,
  });

describe("a key", () => {
  it("chooses by its digit, on the counter with Shift, whatever the layout prints", () => {
    expect(press("1", { code: "Digit1" })).toEqual({ ask: "choose", lane: "rail", digit: "1" });
    expect(press("!", { code: "Digit1", shiftKey: true })).toEqual({
      ask: "choose",
      lane: "counter",
      digit: "1",
    });
    expect(press("&", { code: "Digit9" })).toEqual({ ask: "choose", lane: "rail", digit: "9" });
    expect(press("3", { code: "Numpad3" })).toEqual({ ask: "choose", lane: "rail", digit: "3" });
    expect(press("0", { code: "Digit0" })).toBeNull();
  });

  it("asks the same with and without the caps lock", () => {
    expect(press("z")).toEqual({ ask: "undo" });
    expect(press("Z")).toEqual({ ask: "undo" });
    expect(press("?", { shiftKey: true })).toEqual({ ask: "help" });
  });

  it("asks for nothing with a modifier, held down, or elsewhere", () => {
    expect(press("r", { ctrlKey: true })).toBeNull();
    expect(press("Enter", { repeat: true })).toBeNull();
    expect(press("Tab")).toBeNull();
  });
});
