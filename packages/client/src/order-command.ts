import { AppError } from "@serverlesspresso/contracts/error";
import type { Order } from "@serverlesspresso/contracts/order";
import type { MutationOptions, QueryClient } from "@tanstack/react-query";
import type { Api, Commanded, OrderCommand } from "./api";
import { isPassing, NetworkError } from "./network-error";
import { queryKeys } from "./queries";
import { takeAnswer } from "./take-order";

/** Why a command was not carried out: refused (branch on `code`), or unanswered after all tries. */
export type Refusal = AppError | NetworkError;

/** One tap: its key stays the same over all tries. */
export interface Intention {
  order: Order;
  key: string;
  reason?: string | undefined;
}

type Ports = Pick<Api, "eventId" | "commandOrder">;

/** How one command is sent and repeated, and what its answer or refusal does to the cache. */
export function orderCommandOptions(
  api: Ports,
  client: QueryClient,
  command: OrderCommand,
  onRefused?: (refusal: Refusal, order: Order) => void,
): MutationOptions<Commanded, Error, Intention> {
  return {
    mutationKey: commandKey(command),
    mutationFn: ({ order, key, reason }) => api.commandOrder(order.id, command, key, reason),
    retry: (failures, error) => failures < 3 && isPassing(error),
    onSuccess: (answer) => takeAnswer(client, api.eventId, answer),
    onError: (error, { order }) => {
      const refusal = refusalOf(error);
      if (refusal instanceof AppError && refusal.order) takeAnswer(client, api.eventId, refusal.order);
      void client.invalidateQueries({ queryKey: queryKeys.queue(api.eventId) });
      void client.invalidateQueries({ queryKey: queryKeys.order(api.eventId, order.id) });
      onRefused?.(refusal, order);
    },
  };
}

/** Whether this very command is under way for an order. */
export function isUnderWay(client: QueryClient, command: OrderCommand, orderId: string): boolean {
  const underWay = client.isMutating({
    mutationKey: commandKey(command),
    // Only `orderCommandOptions` starts mutations under this key.
    predicate: ({ state }) => (state.variables as Intention | undefined)?.order.id === orderId,
  });
  return underWay > 0;
}

const commandKey = (command: OrderCommand) => ["command", command];

/** An error as a screen can say it. */
export function refusalOf(error: Error): Refusal {
  if (error instanceof AppError || error instanceof NetworkError) return error;
  return new AppError("internal", error.message, { cause: error });
}
