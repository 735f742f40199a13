"use client";

import type { DrinkOrder } from "@serverlesspresso/contracts/menu";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useSyncExternalStore } from "react";
import { useClient, useSession } from "./client-context";
import type { OrderSubmission, Submission } from "./order-submission";
import { submissionOf } from "./order-submissions";
import { orderQuery } from "./queries";

export interface SubmitOrderHandle extends Submission {
  /** Submits a choice; further taps are ignored while it is under way. */
  submit(choice: DrinkOrder): void;
}

function useSubmission(orderId: string): OrderSubmission {
  const { api } = useClient();
  const sub = useSession()?.sub ?? "nobody";
  const client = useQueryClient();
  return useMemo(() => submissionOf({ api, sub, client }, orderId), [api, client, orderId, sub]);
}

/** How the choice for one order fares, at once: for the button that answers the tap in the same frame. */
export function useSubmitStatus(orderId: string): Submission["status"] {
  const { subscribe, current } = useSubmission(orderId);
  return useSyncExternalStore(subscribe, current, current).status;
}

/**
 * Submits the choice for one order, safe over lost answers, reloads and double taps. It goes on when the page is
 * left: `useSendChoices` does the rest. Told after the frame that a tap is answered in.
 */
export function useSubmitOrder(orderId: string): SubmitOrderHandle {
  const { api } = useClient();
  const submission = useSubmission(orderId);
  const subscribe = useCallback(
    (listener: () => void) => submission.subscribe(() => setTimeout(listener)),
    [submission],
  );
  const current = useSyncExternalStore(subscribe, submission.current, submission.current);
  const { data: order } = useQuery(orderQuery(api, orderId));

  useEffect(() => submission.nudge(), [submission]);

  useEffect(() => {
    if (order?.state === "CREATED") submission.nudge();
  }, [order?.state, submission]);

  return { ...current, submit: (choice) => submission.submit(choice) };
}
