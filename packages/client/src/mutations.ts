"use client";

import { AppError } from "@serverlesspresso/contracts/error";
import type { Order, Ticket } from "@serverlesspresso/contracts/order";
import type { RedeemedCode } from "@serverlesspresso/contracts/qr-code";
import { type QueryClient, type UseMutationResult, useMutation, useQueryClient } from "@tanstack/react-query";
import type { Commanded, OrderCommand } from "./api";
import { useClient } from "./client-context";
import { newIdempotencyKey } from "./idempotency-key";
import { endCommand, type LiveOrders, startCommand } from "./merge-order";
import { isPassing, NetworkError } from "./network-error";
import { queryKeys } from "./queries";
import { takeAnswer } from "./take-order";

/** Why a command was not carried out: refused (branch on `code`), or unanswered after all tries. */
export type Refusal = AppError | NetworkError;

/** Redeems a code, given as the variable; answers the order's id. Repeating it answers the same order. */
export function useRedeemCode(): UseMutationResult<RedeemedCode, Error, string> {
  const { api } = useClient();
  return useMutation({
    mutationFn: async (code: string) => {
      const kept = `serverlesspresso.redeem.${api.eventId}.${code.trim().toUpperCase()}`;
      const key = localStorage.getItem(kept) ?? newIdempotencyKey();
      localStorage.setItem(kept, key);
      try {
        const redeemed = await api.redeemCode(code, key);
        localStorage.removeItem(kept);
        return redeemed;
      } catch (error) {
        // After a lost answer, even over a reload, the same key must ask for the same order.
        if (!isPassing(error)) localStorage.removeItem(kept);
        throw error;
      }
    },
  });
}

export interface OrderCommandOptions {
  /** Called with the order as it was shown; the optimistic change has been taken back by then. */
  onRefused?(refusal: Refusal, order: Order): void;
}

export interface OrderCommandHandle {
  /** Sends the command, once: further taps for the same order are ignored until it is answered. */
  run(order: Order, reason?: string): void;
  isPending: boolean;
}

interface Intention {
  order: Order;
  key: string;
  reason: string | undefined;
}

/** One command on orders. In the queue its effect is shown at once and taken back if it is refused. */
export function useOrderCommand(
  command: OrderCommand,
  options: OrderCommandOptions = {},
): OrderCommandHandle {
  const { api } = useClient();
  const client = useQueryClient();
  const mutation = useMutation<Commanded, Error, Intention>({
    mutationKey: ["command", command],
    mutationFn: ({ order, key, reason }) => api.commandOrder(order.id, command, key, reason),
    retry: (failures, error) => failures < 3 && isPassing(error),
    onMutate: ({ order, key }) => {
      if (command !== "extend") {
        writeQueue(client, api.eventId, (list) => startCommand(list, { key, orderId: order.id, command }));
      }
    },
    onSuccess: (answer, { key }) => {
      takeAnswer(client, api.eventId, answer);
      writeQueue(client, api.eventId, (list) => endCommand(list, key));
    },
    onError: (error, { order, key }) => {
      const refusal = refusalOf(error);
      if (refusal instanceof AppError && refusal.order) takeAnswer(client, api.eventId, refusal.order);
      writeQueue(client, api.eventId, (list) => endCommand(list, key));
      void client.invalidateQueries({ queryKey: queryKeys.queue(api.eventId) });
      void client.invalidateQueries({ queryKey: queryKeys.order(api.eventId, order.id) });
      options.onRefused?.(refusal, order);
    },
  });

  function run(order: Order, reason?: string): void {
    const underWay = client.isMutating({
      mutationKey: ["command", command],
      predicate: ({ state }) => intendedOrder(state.variables) === order.id,
    });
    if (underWay === 0) mutation.mutate({ order, key: newIdempotencyKey(), reason });
  }
  return { run, isPending: mutation.isPending };
}

function intendedOrder(variables: unknown): string | undefined {
  // Only `run` starts mutations under this key.
  return (variables as Intention | undefined)?.order.id;
}

function refusalOf(error: Error): Refusal {
  if (error instanceof AppError || error instanceof NetworkError) return error;
  return new AppError("internal", error.message, { cause: error });
}

/** Changes the queue, if it is there, without claiming that the server was heard. */
function writeQueue(
  client: QueryClient,
  eventId: string,
  change: (list: LiveOrders<Ticket>) => LiveOrders<Ticket>,
): void {
  const queryKey = queryKeys.queue(eventId);
  const updatedAt = client.getQueryState(queryKey)?.dataUpdatedAt;
  client.setQueryData<LiveOrders<Ticket>>(queryKey, (list) => list && change(list), { updatedAt });
}
