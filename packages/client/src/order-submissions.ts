import type { QueryClient } from "@tanstack/react-query";
import type { Api } from "./api";
import { OrderSubmission } from "./order-submission";
import { takeAnswer } from "./take-order";

/** Whose choices they are: one API each. */
export interface Chooser {
  api: Api;
  sub: string;
  client: QueryClient;
}

/** One for each order of whoever is signed in: it goes on while they go from page to page. */
const submissions = new WeakMap<Api, Map<string, OrderSubmission>>();

/** The one submission of an order's choice on this page. */
export function submissionOf({ api, sub, client }: Chooser, orderId: string): OrderSubmission {
  const known = submissions.get(api) ?? new Map<string, OrderSubmission>();
  submissions.set(api, known);
  const submission =
    known.get(orderId) ??
    new OrderSubmission(orderId, api.eventId, {
      submitOrder: api.submitOrder,
      sub,
      storage: localStorage,
      onOrder: (order) => takeAnswer(client, api.eventId, order),
    });
  known.set(orderId, submission);
  return submission;
}

/** Sends what is kept for these orders, again and again until it is answered. */
export function sendChoices(chooser: Chooser, orderIds: readonly string[]): void {
  for (const orderId of orderIds) submissionOf(chooser, orderId).nudge();
}
