import { expect, test } from "@playwright/test";
import fc from "fast-check";
import { explain, type SequentialSpecification, type Timed } from "./linearizability";

interface Operation extends Timed {
  write?: number;
  /** What was read; undefined for an answer that never came. */
  read?: number;
}

/** A cell that holds the number that was written last: of all things the one with the best known histories. */
const cell: SequentialSpecification<number, Operation> = {
  apply: (value, { write, read }) => {
    if (write !== undefined) return write;
    return read === undefined || read === value ? value : null;
  },
  textOf: String,
};
const never = Number.POSITIVE_INFINITY;
const write = (value: number, invokedAt: number, answeredAt: number): Operation => ({
  ...{ write: value, invokedAt, answeredAt },
});
const read = (value: number, invokedAt: number, answeredAt: number): Operation => ({
  ...{ read: value, invokedAt, answeredAt },
});
const isLinearizable = (...history: Operation[]) => explain(cell, 0, history) === null;

test("a history that happened one after the other is linearizable only if each read finds the last write", () => {
  expect(isLinearizable()).toBe(true);
  expect(isLinearizable(write(1, 0, 1), read(1, 2, 3))).toBe(true);
  expect(isLinearizable(write(1, 0, 1), read(0, 2, 3))).toBe(false);
  expect(isLinearizable(write(1, 0, 1), write(2, 2, 3), read(1, 4, 5))).toBe(false);
});

test("operations that overlap may have happened in either order, but for everybody in the same", () => {
  expect(isLinearizable(write(1, 0, 9), read(0, 1, 2), read(1, 3, 4))).toBe(true);
  expect(isLinearizable(write(1, 0, 9), read(1, 1, 2), read(0, 3, 4))).toBe(false);
  expect(isLinearizable(write(1, 0, 9), write(2, 0, 9), read(1, 10, 11))).toBe(true);
  const bothOrders = [write(1, 0, 9), write(2, 0, 9), read(1, 10, 11), read(2, 12, 13)];
  expect(isLinearizable(...bothOrders)).toBe(false);
});

test("what was never answered may have happened, later than anybody thinks, or not at all", () => {
  expect(isLinearizable(write(1, 0, never), read(0, 1, 2))).toBe(true);
  expect(isLinearizable(write(1, 0, never), read(0, 1, 2), read(1, 3, 4))).toBe(true);
  expect(isLinearizable(write(1, 0, never), read(1, 1, 2), read(0, 3, 4))).toBe(false);
  expect(isLinearizable(read(1, 1, 2), write(1, 3, never))).toBe(false);
});

test("what could not be explained is shown with the beginning that could", () => {
  const found = explain(cell, 0, [write(1, 0, 1), read(1, 2, 3), read(7, 4, 5)]);
  expect(found?.explained).toHaveLength(2);
  expect(found?.stuckAt).toEqual([read(7, 4, 5)]);
});

/** Each at an instant of its own, known to the clients only as a time around it. */
const happened = fc
  .array(
    fc.record({ write: fc.option(fc.integer({ min: 1, max: 3 })), before: fc.nat(5), after: fc.nat(5) }),
    {
      maxLength: 12,
    },
  )
  .map((steps) => {
    let value = 0;
    return steps.map((step, at): Operation => {
      value = step.write ?? value;
      const times = { invokedAt: at - step.before, answeredAt: at + step.after };
      return step.write === null ? { ...times, read: value } : { ...times, write: value };
    });
  });

test("whatever a cell really did is accepted, and a value that was never written is not", () => {
  fc.assert(
    fc.property(happened, (history) => {
      expect(explain(cell, 0, history)).toBeNull();
      const end = Math.max(0, ...history.map(({ answeredAt }) => answeredAt)) + 1;
      expect(explain(cell, 0, [...history, read(99, end, end)])).not.toBeNull();
    }),
    { numRuns: 300 },
  );
});
