"use client";

import type { DrinkOrder } from "@serverlesspresso/contracts/menu";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useSyncExternalStore } from "react";
import { useClient, useSession } from "./client-context";
import { onReturn } from "./on-return";
import { OrderSubmission, type Submission } from "./order-submission";
import { orderQuery } from "./queries";
import { takeAnswer } from "./take-order";

export interface SubmitOrderHandle extends Submission {
  /** Submits a choice; further taps are ignored while it is under way. */
  submit(choice: DrinkOrder): void;
}

/** Submits the choice for one order, safe over lost answers, reloads and double taps. */
export function useSubmitOrder(orderId: string): SubmitOrderHandle {
  const { api } = useClient();
  const sub = useSession()?.sub ?? "nobody";
  const client = useQueryClient();
  const submission = useMemo(
    () =>
      new OrderSubmission(orderId, api.eventId, {
        submitOrder: api.submitOrder,
        sub,
        storage: localStorage,
        onOrder: (order) => takeAnswer(client, api.eventId, order),
      }),
    [api, client, orderId, sub],
  );
  const current = useSyncExternalStore(submission.subscribe, submission.current, submission.current);
  const { data: order } = useQuery(orderQuery(api, orderId));

  useEffect(() => {
    submission.start();
    const unlisten = onReturn(() => submission.nudge());
    return () => {
      submission.stop();
      unlisten();
    };
  }, [submission]);

  useEffect(() => {
    if (order?.state === "CREATED") submission.nudge();
  }, [order?.state, submission]);

  return { ...current, submit: (choice) => submission.submit(choice) };
}
