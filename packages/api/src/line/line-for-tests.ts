import type { OrderChanged } from "@serverlesspresso/contracts/event";
import type { OrderState } from "@serverlesspresso/contracts/order-state";
import { emptyLine, type LineRow } from "./line-row";
import { takeChange } from "./take-change";

/** When the tests' day begins. */
export const opensAt = Date.parse("2026-11-22T09:00:00Z");

interface Told {
  second: number;
  number?: number;
  state: OrderState;
  by?: string;
  drink?: string;
}

/** Tells of orders as the bus does: each change with the version that follows. */
export class Teller {
  readonly #orders = new Map<number, OrderChanged>();

  change({ second, number = 1, state, by = "ana", drink = "latte" }: Told): OrderChanged {
    const at = new Date(opensAt + second * 1000).toISOString();
    const known = this.#orders.get(number);
    const isClaimed = state === "MAKING" || state === "COMPLETED";
    const changed: OrderChanged = {
      orderId: `order-${number}`,
      userId: "carla",
      eventId: "default",
      Message: "",
      at,
      version: (known?.version ?? 2) + 1,
      state,
      orderNumber: number,
      drinkOrder: { drink, modifiers: [] },
      createdAt: at,
      submittedAt: known?.submittedAt ?? at,
      completedAt: state === "COMPLETED" ? at : (known?.completedAt ?? null),
      dueAt: new Date(Date.parse(at) + 900_000).toISOString(),
      baristaUserId: isClaimed ? by : null,
      baristaName: isClaimed ? by : null,
      cause: null,
      extensionsLeft: 0,
    };
    this.#orders.set(number, changed);
    return changed;
  }
}

export const taken = (changes: readonly OrderChanged[], row = emptyLine): LineRow =>
  changes.reduce(takeChange, row);

/** The line after Ana has made so many drinks more, one after the other, each in so many seconds, up to `end`. */
export function practisedLine(drinks: number, seconds: number, row = emptyLine, end = 0): LineRow {
  const teller = new Teller();
  return taken(
    Array.from({ length: drinks }, (_, index) => {
      const told = { number: 1000 + index };
      const second = end + (index - drinks) * (seconds + 10);
      return [
        teller.change({ ...told, second, state: "SUBMITTED" }),
        teller.change({ ...told, second: second + 5, state: "MAKING" }),
        teller.change({ ...told, second: second + 5 + seconds, state: "COMPLETED" }),
      ];
    }).flat(),
    row,
  );
}
