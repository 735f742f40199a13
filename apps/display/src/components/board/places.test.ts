import { describe, expect, it } from "vitest";
import { placesAfter } from "./places";

const never = () => 1;

describe("places on the board", () => {
  it("are kept when a neighbour leaves, and a newcomer takes the free one", () => {
    const first = placesAfter([], ["a", "b", "c"], never);
    expect(first).toEqual(["a", "b", "c"]);
    const second = placesAfter(first, ["a", "c"], never);
    expect(second).toEqual(["a", null, "c"]);
    expect(placesAfter(second, ["a", "c", "d"], never)).toEqual(["a", "d", "c"]);
  });

  it("end with the last who stands", () => {
    expect(placesAfter(["a", "b", "c"], ["a"], never)).toEqual(["a"]);
  });

  it("close up once everybody fits on fewer pages", () => {
    const pagesOfTwo = (count: number) => Math.ceil(count / 2);
    expect(placesAfter(["a", "b", "c"], ["a", "c"], pagesOfTwo)).toEqual(["a", "c"]);
    expect(placesAfter(["a", "b", "c", "d"], ["a", "c", "d"], pagesOfTwo)).toEqual(["a", null, "c", "d"]);
  });
});
