import type { PastOrder } from "./past-day";
import { someDrinks } from "./seed-menu";

interface Step {
  state: string;
  by: "customer" | "barista" | "clock" | "shop";
  at: number;
  message: string;
}

const secondMs = 1000;

/** What happened to an order of the past, as its row keeps it. */
export function historyOf(order: PastOrder, barista: string, closedAt: number) {
  const steps = [...beginning(order), ...makingOf(order, barista, closedAt), ...endOf(order, closedAt)];
  return steps.map((step, index) => ({ version: index + 1, ...step }));
}

function beginning({ number, drink, submittedAt }: PastOrder): Step[] {
  const asked: Step = {
    state: "REQUESTED",
    by: "customer",
    at: submittedAt - 62 * secondMs,
    message: "Asked for a place.",
  };
  if (number === null) return [asked];
  const name = someDrinks.find(({ id }) => id === drink)?.name;
  return [
    asked,
    {
      state: "CREATED",
      by: "shop",
      at: submittedAt - 61 * secondMs,
      message: "The shop has a place: time to choose.",
    },
    { state: "SUBMITTED", by: "customer", at: submittedAt, message: `Number ${number}: ${name} ordered.` },
  ];
}

function makingOf({ submittedAt, waitSeconds }: PastOrder, barista: string, closedAt: number): Step[] {
  if (waitSeconds === null) return [];
  const at = (share: number) => submittedAt + Math.round(waitSeconds * share) * secondMs;
  return [
    { state: "MAKING", by: "barista", at: at(0.6), message: `${barista} makes it.` },
    { state: "COMPLETED", by: "barista", at: at(1), message: "Ready on the counter." },
    { state: "COLLECTED", by: "barista", at: closedAt, message: "Collected." },
  ];
}

function endOf({ ended }: PastOrder, at: number): Step[] {
  if (ended === null) return [];
  const { ORDERSTATE: state, cause, reason } = ended;
  if (reason !== undefined)
    return [{ state, by: "barista", at, message: `Cancelled by a barista: ${reason}` }];
  if (cause === "customer") return [{ state, by: "customer", at, message: "Cancelled by the customer." }];
  if (cause === "timeout") return [{ state, by: "clock", at, message: "Nothing was chosen in time." }];
  return [{ state, by: "shop", at, message: "The shop has as many orders as it can make now." }];
}
