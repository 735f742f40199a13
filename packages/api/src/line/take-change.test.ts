import type { OrderState } from "@serverlesspresso/contracts/order-state";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { opensAt, practisedLine, Teller, taken } from "./line-for-tests";
import { emptyLine, LineRow } from "./line-row";
import { takeChange } from "./take-change";
import { newPace, usualSeconds } from "./work-times";

const numbers = (row: typeof emptyLine) => row.orders.map(({ number }) => number);

describe("an order", () => {
  it("is in the line from when it is submitted until it is ready", () => {
    const teller = new Teller();
    const submitted = taken([teller.change({ second: 0, state: "SUBMITTED" })]);
    const making = takeChange(submitted, teller.change({ second: 10, state: "MAKING" }));
    const ready = takeChange(making, teller.change({ second: 70, state: "COMPLETED" }));
    expect([submitted, making, ready].map(numbers)).toEqual([[1], [1], []]);
  });

  it.each(["CANCELLED", "EXPIRED"] as const)("that is %s leaves it, and teaches nothing", (state) => {
    const teller = new Teller();
    const began = [
      teller.change({ second: 0, state: "SUBMITTED" }),
      teller.change({ second: 5, state: "MAKING" }),
    ];
    const row = taken([...began, teller.change({ second: 400, state })]);
    expect(numbers(row)).toEqual([]);
    expect(row.work).toEqual(emptyLine.work);
  });

  it("that is recalled comes back, and teaches nothing a second time", () => {
    const teller = new Teller();
    const once = taken([
      teller.change({ second: 0, state: "SUBMITTED" }),
      teller.change({ second: 10, state: "MAKING" }),
      teller.change({ second: 70, state: "COMPLETED" }),
    ]);
    const recalled = takeChange(once, teller.change({ second: 100, state: "MAKING", by: "ben" }));
    expect(numbers(recalled)).toEqual([1]);
    const again = takeChange(recalled, teller.change({ second: 500, state: "COMPLETED", by: "ben" }));
    expect(again.work).toEqual(once.work);
    expect(again.misses).toEqual(once.misses);
  });

  it("that nobody tells the end of is not in it for ever", () => {
    const teller = new Teller();
    const row = taken([teller.change({ second: 0, state: "SUBMITTED" })]);
    expect(numbers(takeChange(row, teller.change({ second: 961, number: 2, state: "SUBMITTED" })))).toEqual([
      2,
    ]);
  });

  it("without a number was never in it", () => {
    const refused = { ...new Teller().change({ second: 0, state: "CANCELLED" }), orderNumber: null };
    expect(takeChange(emptyLine, refused)).toBe(emptyLine);
  });
});

describe("an event that comes late or again", () => {
  it("brings back no order that was cancelled before anybody heard of it", () => {
    const teller = new Teller();
    const submitted = teller.change({ second: 0, state: "SUBMITTED" });
    const cancelled = teller.change({ second: 5, state: "CANCELLED" });
    expect(numbers(taken([cancelled, submitted]))).toEqual([]);
  });

  it("brings back no drink that was recalled and is ready again", () => {
    const teller = new Teller();
    const submitted = teller.change({ second: 0, state: "SUBMITTED" });
    const ready = teller.change({ second: 60, state: "COMPLETED" });
    const recalled = teller.change({ second: 90, state: "MAKING" });
    const again = teller.change({ second: 120, state: "COMPLETED" });
    const row = taken([submitted, ready, recalled, again]);
    expect(takeChange(row, recalled)).toBe(row);
    expect(takeChange(row, ready)).toBe(row);
  });

  it("is known for one after as many others as a busy quarter of an hour has", () => {
    const teller = new Teller();
    const submitted = teller.change({ second: 0, state: "SUBMITTED" });
    const others = Array.from({ length: 29 }, (_, n) =>
      teller.change({ second: 10 + n, number: 2 + n, state: "COMPLETED" }),
    );
    const row = taken([teller.change({ second: 5, state: "CANCELLED" }), ...others]);
    expect(takeChange(row, submitted)).toBe(row);
  });
});

test("a line that was kept before it noted versions is still one", () => {
  const { departed: _, ...before } = { ...emptyLine, ended: [opensAt] };
  expect(LineRow.parse(before)).toEqual(emptyLine);
});

const lives: OrderState[][] = [
  ["SUBMITTED", "MAKING", "SUBMITTED", "MAKING", "COMPLETED"],
  ["SUBMITTED", "CANCELLED"],
  ["SUBMITTED", "MAKING", "SUBMITTED", "CANCELLED"],
  ["SUBMITTED", "MAKING", "EXPIRED"],
  ["SUBMITTED", "MAKING", "COMPLETED", "MAKING", "COMPLETED"],
  ["SUBMITTED", "COMPLETED", "MAKING", "SUBMITTED", "EXPIRED"],
];

test.each(lives.map((life) => ({ life, way: life.join(", ") })))(
  "events that come twice and in any order leave no order behind that has ended: $way",
  ({ life }) => {
    fc.assert(
      fc.property(fc.array(fc.nat(life.length - 1), { maxLength: 12 }), (order) => {
        const teller = new Teller();
        const told = life.map((state, index) => teller.change({ second: index * 20, state }));
        const shuffled = order.flatMap((index) => told[index] ?? []);
        const row = taken([...shuffled, ...told.slice(-1), ...shuffled]);
        expect(numbers(row)).toEqual([]);
        expect(row.work.count).toBeLessThanOrEqual(1);
      }),
    );
  },
);

describe("what baristas do", () => {
  const secondsOf = (row: typeof emptyLine) => row.work.seconds;

  it("teaches how long drinks take, soon and whatever was thought before", () => {
    for (const seconds of [20, 60, 180]) {
      const learned =
        secondsOf(practisedLine(15, seconds)) * (practisedLine(15, seconds).drinks.latte?.ratio ?? 1);
      expect(learned * (practisedLine(15, seconds).baristas.ana?.pace.ratio ?? 1)).toBeCloseTo(seconds, -1);
    }
  });

  it("teaches soon that the house has another pace than yesterday, or than robots had", () => {
    const usual = (row: typeof emptyLine) => usualSeconds(row, { drink: "latte", options: 0 }, newPace);
    for (const [before, after] of [
      [3, 60],
      [60, 240],
      [240, 60],
    ] as const) {
      const changed = practisedLine(10, after, practisedLine(80, before), 3600);
      expect(usual(changed) / after).toBeGreaterThan(0.6);
      expect(usual(changed) / after).toBeLessThan(1.7);
    }
  });

  it("counts the second of two drinks that were taken together from when the first was done", () => {
    const teller = new Teller();
    const both = [1, 2].map((number) => teller.change({ second: 0, number, state: "SUBMITTED" }));
    const claimed = [1, 2].map((number) => teller.change({ second: 5, number, state: "MAKING" }));
    const first = taken([...both, ...claimed, teller.change({ second: 65, number: 1, state: "COMPLETED" })]);
    const second = takeChange(first, teller.change({ second: 125, number: 2, state: "COMPLETED" }));
    expect(secondsOf(second)).toBeCloseTo(secondsOf(first), 0);
  });

  it("counts a drink that nobody claimed from when its maker's hands were empty", () => {
    const row = practisedLine(10, 60);
    const teller = new Teller();
    const waiting = [1, 2].map((number) => teller.change({ second: 0, number, state: "SUBMITTED" }));
    const first = taken([...waiting, teller.change({ second: 60, number: 1, state: "COMPLETED" })], row);
    const second = takeChange(first, teller.change({ second: 120, number: 2, state: "COMPLETED" }));
    expect(second.baristas.ana?.claims).toBe(false);
    expect(secondsOf(second)).toBeCloseTo(secondsOf(row), 0);
  });

  it("does not take a ticket that was forgotten for the pace of the house", () => {
    const row = practisedLine(30, 60);
    const teller = new Teller();
    const changes = [
      teller.change({ second: 0, state: "SUBMITTED" }),
      teller.change({ second: 5, state: "MAKING" }),
      teller.change({ second: 850, state: "COMPLETED" }),
    ];
    expect(secondsOf(taken(changes, row))).toBeLessThan(1.2 * secondsOf(row));
  });
});

test("the row stays small, however long the day and whoever works", () => {
  const teller = new Teller();
  let row = emptyLine;
  for (let number = 1; number <= 1000; number += 1) {
    const told = { number, by: `barista-${number % 30}`, drink: `drink-${number % 200}` };
    for (const [state, after] of [
      ["SUBMITTED", 0],
      ["MAKING", 9],
      ["COMPLETED", 71],
    ] as const) {
      row = takeChange(row, teller.change({ ...told, second: number * 40 + after, state }));
    }
  }
  expect(JSON.stringify(row).length).toBeLessThan(8_000);
});
