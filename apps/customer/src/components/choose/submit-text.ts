import type { SubmitOrderHandle } from "@serverlesspresso/client/use-submit-order";
import type { AppError } from "@serverlesspresso/contracts/error";

type Status = SubmitOrderHandle["status"];

/** The big button's words. */
export const submitLabel: Record<Status, string> = {
  idle: "Order",
  sending: "Sending…",
  starting: "Sending…",
  unsent: "Not sent yet",
  refused: "Order",
  acknowledged: "Sent",
};

/** What is happening to a choice that was sent, in a sentence. */
export const submitNews: Record<Status, string | null> = {
  idle: null,
  sending: "Sending your order to the bar.",
  starting: "The bar is making room for you. Your order goes in by itself.",
  unsent: "Not sent yet: the bar does not answer. Your choice is kept and sent once, by itself.",
  refused: null,
  acknowledged: "The bar has it.",
};

/** Why nothing was ordered. What is sold out is named by the bar. */
export function refusalTitle({ code, message }: AppError): string {
  switch (code) {
    case "drink_unavailable":
    case "option_unavailable":
    case "order_conflict":
      return message;
    case "drink_unknown":
      return "This drink is not on the menu any more.";
    case "option_unknown":
      return "Something you chose with it is not on the menu any more.";
    case "rate_limited":
      return "That was too often. Wait a moment, then order again.";
    default:
      return "The bar could not take your order. Try again.";
  }
}

/** Whether a choice is on its way, so that nothing may change it. */
export function isUnderWay(status: Status): boolean {
  return status !== "idle" && status !== "refused";
}
