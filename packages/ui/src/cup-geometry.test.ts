import { Vessel } from "@serverlesspresso/contracts/menu";
import { describe, expect, it } from "vitest";
import { cubesOf, heightOfVolume, levelsOf, outline, radiusAt, vessels } from "./cup-geometry";

const latte = [
  { ingredient: "espresso", parts: 30 },
  { ingredient: "milk", parts: 180 },
  { ingredient: "foam", parts: 20 },
] as const;

describe.each(Vessel.options)("a %s", (vessel) => {
  const shape = vessels[vessel];

  it("stands on the counter and holds its drink below the rim", () => {
    const levels = levelsOf(latte, shape, 1);
    const tops = levels.map((level) => level.top);
    expect(tops).toEqual([...tops].sort((a, b) => b - a));
    expect(Math.min(...tops)).toBeGreaterThan(shape.rim);
    expect(Math.max(...tops)).toBeLessThan(shape.floor);
  });

  it("widens to the rim and never narrows", () => {
    const radii = Array.from({ length: 21 }, (_, i) => radiusAt(shape, i / 20));
    expect(radii).toEqual([...radii].sort((a, b) => a - b));
    expect(radii.at(-1)).toBeCloseTo(shape.rimRadius);
  });

  it("holds half its volume above half its height", () => {
    expect(heightOfVolume(shape, 0)).toBe(0);
    expect(heightOfVolume(shape, 0.5)).toBeGreaterThan(0.5);
    expect(heightOfVolume(shape, 1)).toBeCloseTo(1);
  });

  it("is drawn without a number that is none", () => {
    expect(outline(shape, 4, true)).not.toMatch(/NaN|Infinity/);
  });
});

describe("the layers", () => {
  const shape = vessels.cup;

  it("are to scale: equal parts take equal volumes", () => {
    const [first, second] = levelsOf(
      [
        { ingredient: "espresso", parts: 50 },
        { ingredient: "milk", parts: 50 },
      ],
      shape,
      1,
    );
    const depth = shape.floor - shape.rim;
    const height = (y: number | undefined) => (shape.floor - (y ?? 0)) / depth;
    expect(height(first?.top)).toBeCloseTo(heightOfVolume(shape, shape.fullness / 2), 2);
    expect(height(second?.top)).toBeCloseTo(heightOfVolume(shape, shape.fullness), 2);
  });

  it("show even a dusting", () => {
    const levels = levelsOf([...latte, { ingredient: "cocoa", parts: 0.1 }], shape, 1);
    expect((levels.at(-2)?.top ?? 0) - (levels.at(-1)?.top ?? 0)).toBeGreaterThanOrEqual(3.5);
  });

  it("are poured from the bottom up", () => {
    const empty = levelsOf(latte, shape, 0);
    expect(empty.every((level) => level.top === shape.floor)).toBe(true);
    const [espresso, milk, foam] = levelsOf(latte, shape, 0.5);
    expect(espresso?.top).toBe(espresso?.wholeTop);
    expect(milk?.top).toBe(foam?.top);
  });

  it("leave ice to the cubes", () => {
    expect(levelsOf([{ ingredient: "ice", parts: 80 }, ...latte], shape, 1)).toHaveLength(3);
    expect(cubesOf([{ ingredient: "ice", parts: 80 }, ...latte], true).length).toBeGreaterThan(2);
    expect(cubesOf(latte, false)).toEqual([]);
    expect(cubesOf(latte, true)).toHaveLength(2);
  });
});
