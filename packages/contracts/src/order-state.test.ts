import { expect, test } from "vitest";
import { canMove, isFinal, moves, OrderState } from "./order-state";

const all = OrderState.options;

test("no move leads on from an order that has ended", () => {
  for (const state of all.filter(isFinal)) {
    for (const move of Object.keys(moves) as (keyof typeof moves)[]) {
      expect(canMove(move, state), `${move} from ${state}`).toBe(false);
    }
  }
});

test("every state can be reached and every open state can be left", () => {
  const reached = new Set<string>(["REQUESTED", ...Object.values(moves).map((move) => move.to)]);
  expect([...reached].sort()).toEqual([...all].sort());
  for (const state of all.filter((each) => !isFinal(each))) {
    expect(Object.values(moves).some((move) => (move.from as readonly string[]).includes(state))).toBe(true);
  }
});

test("a drink on the counter can only be recalled or collected", () => {
  const possible = (Object.keys(moves) as (keyof typeof moves)[]).filter((move) =>
    canMove(move, "COMPLETED"),
  );
  expect(possible).toEqual(["recall", "collect"]);
});
