"use client";

import type { AccountDeleted } from "@serverlesspresso/contracts/account";
import type { Order } from "@serverlesspresso/contracts/order";
import { type UseMutationResult, useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import type { OrderCommand } from "./api";
import { useClient, useSession } from "./client-context";
import { newIdempotencyKey } from "./idempotency-key";
import { forgetKept } from "./kept-things";
import { isPassing } from "./network-error";
import { type Intention, isUnderWay, orderCommandOptions, type Refusal } from "./order-command";

export interface OrderCommandOptions {
  /** Called with the order as it was shown. */
  onRefused?(refusal: Refusal, order: Order): void;
}

export interface OrderCommandHandle {
  /**
   * Sends the command, once: further taps for the same order are ignored until it is answered. Where no answer came
   * the next tap means the same again, and has no second effect, while the order is shown as it was then.
   */
  run(order: Order, reason?: string): void;
  isPending: boolean;
}

/** One command on orders, for their owner; baristas have `useCommandOutbox`. */
export function useOrderCommand(
  command: OrderCommand,
  { onRefused }: OrderCommandOptions = {},
): OrderCommandHandle {
  const { api } = useClient();
  const client = useQueryClient();
  const { mutate, isPending } = useMutation(orderCommandOptions(api, client, command, onRefused));

  const unanswered = useRef<Intention | null>(null);

  function run(order: Order, reason?: string): void {
    if (isUnderWay(client, command, order.id)) return;
    const { current: before } = unanswered;
    const isSame = before?.order.id === order.id && before.order.version === order.version;
    const key = isSame ? before.key : newIdempotencyKey();
    const intention = { order, key, reason };
    mutate(intention, {
      onSettled: (_, error) => {
        unanswered.current = isPassing(error) ? intention : null;
      },
    });
  }
  return { run, isPending };
}

/** Deletes the account of whoever is signed in, and what this browser keeps of it; they are signed out then. */
export function useDeleteAccount(): UseMutationResult<AccountDeleted, Error, void> {
  const { api, session } = useClient();
  const sub = useSession()?.sub ?? "nobody";
  return useMutation({
    mutationFn: () => api.deleteAccount(),
    onSuccess: () => {
      forgetKept(localStorage, sub);
      session.forget();
    },
  });
}
