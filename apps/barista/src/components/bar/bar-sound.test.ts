import { describe, expect, it } from "vitest";
import { type Heard, soundFor } from "./bar-sound";

const heard = (known: string[], aged: string[] = [], stale = false, open = known): Heard => ({
  known: new Set(known),
  open: new Set(open),
  aged: new Set(aged),
  stale,
});

describe("what the bar hears", () => {
  it("is a knock for a new order, the first of the day too", () => {
    expect(soundFor(heard([]), heard(["a"]))).toBe("new-order");
  });

  it("is nothing for an order that moves on or leaves", () => {
    expect(soundFor(heard(["a", "b"]), heard(["b"]))).toBeNull();
    expect(soundFor(heard(["a"], ["a"]), heard(["a"]))).toBeNull();
  });

  it("is told once when an order has waited long", () => {
    expect(soundFor(heard(["a"]), heard(["a"], ["a"]))).toBe("ageing");
    expect(soundFor(heard(["a"], ["a"]), heard(["a"], ["a"]))).toBeNull();
  });

  it("is nothing when an old order comes back from the counter", () => {
    expect(soundFor(heard(["a"], [], false, []), heard(["a"], ["a"]))).toBeNull();
  });

  it("is the lost connection before everything else", () => {
    expect(soundFor(heard(["a"]), heard(["a", "b"], ["a"], true))).toBe("connection-lost");
    expect(soundFor(heard(["a"], [], true), heard(["a"], [], true))).toBeNull();
  });
});
