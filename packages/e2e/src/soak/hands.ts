import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { Api, Commanded } from "@serverlesspresso/client/api";
import { moves, type OrderState } from "@serverlesspresso/contracts/order-state";
import type { Barista } from "../actors";

export type Work = "make" | "complete" | "collect";

/** Somebody who makes drinks. What is resolved to is the order once the shop has carried it out. */
export type Hands = (work: Work, order: { id: string; number: number }) => Promise<Commanded>;

/** Hands without a screen. */
export function handsOn(api: Api): Hands {
  return (work, { id }) => api.commandOrder(id, work, randomUUID());
}

const buttons = { make: "Make", complete: "Complete", collect: "Collect" } as const;
const undoEvery = 3;
const askEveryMs = 250;
/** What is tapped sooner than so after another, and in the same place, the page takes for a slip. */
const slipMs = 450;
/** A tap that cannot be undone is held for five seconds before it is sent. */
const patienceMs = 60_000;

/** The hands of whoever stands at a screen: one tap after the other, some of them undone and done again. */
export function handsAt(barista: Barista, api: Api): Hands {
  let last: Promise<void> = Promise.resolve();
  let made = 0;
  const tap = async (work: Work, number: number) => {
    await barista.tap(number, buttons[work]);
    if (work !== "make") return;
    made += 1;
    if (made % undoEvery !== 0) return;
    // By keys: taps as soon as these, in the same place, are a slip.
    for (const name of ["Undo", "Make"])
      await barista.ticket(number).getByRole("button", { name, exact: true }).press("Enter");
  };
  return async (work, { id, number }) => {
    const tapped = last.then(() => tap(work, number));
    last = tapped.catch(() => undefined).then(() => wait(slipMs));
    await tapped;
    return untilIn(moves[work].to, id, api);
  };
}

async function untilIn(state: OrderState, id: string, api: Api): Promise<Commanded> {
  for (let waited = 0; waited < patienceMs; waited += askEveryMs) {
    const order = await api.order(id);
    if (order.state === state) return order;
    await wait(askEveryMs);
  }
  throw new Error(`Order ${id} was tapped on the screen and is not ${state} after a minute.`);
}
