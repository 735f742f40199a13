import { describe, expect, it } from "vitest";
import { type KeyCaps, keyCapsAfter } from "./key-caps";

const none: KeyCaps = new Map();
const shown = (caps: KeyCaps) => [...caps].map(([id, digit]) => `${digit}${id}`).sort();

describe("the keys of a lane", () => {
  it("count its places at first, nine of them", () => {
    expect(shown(keyCapsAfter(none, ["a", "b", "c"]))).toEqual(["1a", "2b", "3c"]);
    expect(keyCapsAfter(none, [..."abcdefghijk"]).size).toBe(9);
  });

  it("stay with their tickets when others leave, come, or stand before them", () => {
    const caps = keyCapsAfter(none, ["a", "b", "c"]);
    const later = keyCapsAfter(caps, ["b", "c"]);
    expect(shown(later)).toEqual(["2b", "3c"]);
    expect(shown(keyCapsAfter(later, ["x", "b", "c", "d"]))).toEqual(["1x", "2b", "3c", "4d"]);
  });

  it("go to the oldest without one as they become free", () => {
    const caps = keyCapsAfter(none, [..."abcdefghijk"]);
    const later = keyCapsAfter(caps, [..."abcefghijk"]);
    expect(later.get("j")).toBe("4");
    expect(later.has("k")).toBe(false);
  });

  it("begin anew once nothing hangs there", () => {
    const caps = keyCapsAfter(none, ["a", "b"]);
    expect(shown(keyCapsAfter(keyCapsAfter(caps, []), ["c"]))).toEqual(["1c"]);
  });
});
