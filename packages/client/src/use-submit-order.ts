"use client";

import type { DrinkOrder } from "@serverlesspresso/contracts/menu";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useSyncExternalStore } from "react";
import { useClient, useSession } from "./client-context";
import type { Submission } from "./order-submission";
import { submissionOf } from "./order-submissions";
import { orderQuery } from "./queries";

export interface SubmitOrderHandle extends Submission {
  /** Submits a choice; further taps are ignored while it is under way. */
  submit(choice: DrinkOrder): void;
}

/**
 * Submits the choice for one order, safe over lost answers, reloads and double taps. It goes on when the page is
 * left: `useSendChoices` does the rest.
 */
export function useSubmitOrder(orderId: string): SubmitOrderHandle {
  const { api } = useClient();
  const sub = useSession()?.sub ?? "nobody";
  const client = useQueryClient();
  const submission = useMemo(() => submissionOf({ api, sub, client }, orderId), [api, client, orderId, sub]);
  // Drawn anew after the frame in which the button answers the tap by its look.
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
