import type { SubmitOrderHandle } from "@serverlesspresso/client/use-submit-order";

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

/** Whether a choice is on its way, so that nothing may change it. */
export function isUnderWay(status: Status): boolean {
  return status !== "idle" && status !== "refused";
}
