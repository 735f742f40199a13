import { expect, test } from "vitest";
import {
  cancellableByOwner,
  canMove,
  isFinal,
  moves,
  OrderCause,
  OrderState,
  openStates,
} from "./order-state";

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

test("each move leads from exactly these states to that one", () => {
  const legal = Object.keys(moves).map((move) => {
    const name = move as keyof typeof moves; // keys forget the names
    return `${name}: ${all.filter((state) => canMove(name, state)).join(" ")} -> ${moves[name].to}`;
  });
  expect(legal).toEqual([
    "admit: REQUESTED -> CREATED",
    "refuse: REQUESTED -> CANCELLED",
    "extend: CREATED -> CREATED",
    "submit: CREATED -> SUBMITTED",
    "make: SUBMITTED -> MAKING",
    "unmake: MAKING -> SUBMITTED",
    "complete: SUBMITTED MAKING -> COMPLETED",
    "recall: COMPLETED -> MAKING",
    "collect: COMPLETED -> COLLECTED",
    "cancel: REQUESTED CREATED SUBMITTED MAKING -> CANCELLED",
    "expire: REQUESTED CREATED SUBMITTED MAKING -> EXPIRED",
  ]);
});

test("an order ends in one of three states, waits for baristas in two and is its owner's to cancel in three", () => {
  expect(all.filter(isFinal)).toEqual(["COLLECTED", "CANCELLED", "EXPIRED"]);
  expect(openStates).toEqual(["SUBMITTED", "MAKING"]);
  expect(cancellableByOwner).toEqual(["REQUESTED", "CREATED", "SUBMITTED"]);
});

test("an order ends early for a known cause only", () => {
  expect(OrderCause.options).toEqual(["closed", "paused", "full", "customer", "barista", "timeout"]);
});
