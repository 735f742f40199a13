import {
  cancellableByOwner,
  canMove,
  isFinal,
  moves,
  OrderState,
} from "@serverlesspresso/contracts/order-state";
import { expect, test } from "vitest";
import { hasEnded, modelMoves, ownerMayCancel } from "./model-moves";

test("the model has the moves of contracts, written down apart", () => {
  const endings = Object.entries(modelMoves).map(([name, { from, to }]) => [name, { from, to }]);
  expect(Object.fromEntries(endings)).toEqual(moves);
  expect(ownerMayCancel).toEqual(cancellableByOwner);
});

test("both agree on what has ended", () => {
  expect(OrderState.options.filter(hasEnded)).toEqual(OrderState.options.filter(isFinal));
  for (const state of OrderState.options.filter(hasEnded)) {
    expect(
      Object.values(modelMoves).some(({ from }) => (from as readonly OrderState[]).includes(state)),
    ).toBe(false);
    expect(canMove("expire", state)).toBe(false);
  }
});
