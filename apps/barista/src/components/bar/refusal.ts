import type { RefusedCommand } from "@serverlesspresso/client/command-outbox";
import { AppError } from "@serverlesspresso/contracts/error";
import type { Order } from "@serverlesspresso/contracts/order";
import type { OrderState } from "@serverlesspresso/contracts/order-state";

const standing: Record<OrderState, string> = {
  REQUESTED: "its customer has not chosen yet",
  CREATED: "its customer has not chosen yet",
  SUBMITTED: "it is back in the queue",
  MAKING: "somebody has it",
  COMPLETED: "it is ready already",
  COLLECTED: "it has been collected",
  CANCELLED: "it has been cancelled",
  EXPIRED: "its time has run out",
};

type Refusal = RefusedCommand["refusal"];

/** Why a tap on a ticket had no effect, in one sentence that names it: "Order 42: Ana has it." */
export function refusalWords(refusal: Refusal, order: Pick<Order, "number" | "baristaName">): string {
  return `Order ${order.number}: ${reasonOf(refusal, order)}.`;
}

function reasonOf(refusal: Refusal, shown: Pick<Order, "baristaName">): string {
  if (!(refusal instanceof AppError)) return "not done, the shop does not answer";
  const now = refusal.order;
  if (now?.state === "MAKING" && now.baristaName) return `${now.baristaName} has it`;
  if (now) return standing[now.state];
  if (refusal.code === "forbidden" && shown.baristaName) return `${shown.baristaName} has it`;
  if (refusal.code === "forbidden" || refusal.code === "unauthenticated") return "you may not do this";
  if (refusal.code === "order_not_found") return "it is gone";
  return "not done, please try again";
}
