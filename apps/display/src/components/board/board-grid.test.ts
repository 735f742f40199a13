import { describe, expect, it } from "vitest";
import { type CellStyle, figure, fitGrid, numberOnly, pageAt } from "./board-grid";

const cell = (size: number, shows: CellStyle["shows"]): CellStyle => ({
  size,
  extraWidth: 0.2,
  extraHeight: 0.28,
  shows,
  cup: 0.7,
});
const styles = [cell(16, "cup"), cell(12, "cup and name"), cell(9.7, "number")] as const;
const room = { width: 760, height: 450, unit: 16, digits: 3 };

describe("the grid of numbers", () => {
  it("is as big as everything on it allows", () => {
    expect(fitGrid(0, room, styles).style.size).toBe(16);
    expect(fitGrid(1, room, styles).style.size).toBe(16);
    expect(fitGrid(2, room, styles).style.size).toBe(12);
    expect(fitGrid(5, room, styles)).toMatchObject({ columns: 2, rows: 3, perPage: 6 });
  });

  it("takes pages rather than shrink below what can be read across the room", () => {
    const grid = fitGrid(60, room, styles);
    expect(grid).toMatchObject({ perPage: 6, style: { size: 9.7 } });
    expect(grid.style.size * room.unit * figure.height).toBeGreaterThanOrEqual(102);
  });

  it("gives the room of drinks to numbers where none are drawn", () => {
    const wide = { size: 12, extraWidth: 1, extraHeight: 0.55, shows: "cup and name", cup: 0.85 } as const;
    expect(fitGrid(4, room, [wide, cell(9.7, "number")]).style.size).toBe(9.7);
    expect(fitGrid(4, room, [numberOnly(wide), cell(9.7, "number")]).style).toMatchObject({
      size: 12,
      shows: "number",
    });
  });

  it("grows with the screen", () => {
    const twice = { width: 1520, height: 1000, unit: 32, digits: 3 };
    expect(fitGrid(5, twice, styles)).toEqual(fitGrid(5, room, styles));
  });

  it("has one place at least, in the smallest of windows", () => {
    expect(fitGrid(5, { ...room, width: 20, height: 20 }, styles).perPage).toBe(1);
  });
});

describe("pages", () => {
  it("show each place once a round, and begin again", () => {
    const shown = [0, 7, 14, 21].map((seconds) => pageAt(seconds * 1000, 25, 9, 7).index);
    expect(shown).toEqual([0, 1, 2, 0]);
  });

  it("do not turn when one holds everything", () => {
    expect(pageAt(123_456, 9, 9, 7)).toEqual({ index: 0, count: 1 });
    expect(pageAt(123_456, 0, 9, 7)).toEqual({ index: 0, count: 1 });
  });
});
