import { AppError } from "@serverlesspresso/contracts/error";
import type { Order, Ticket } from "@serverlesspresso/contracts/order";
import type { MutationOptions, QueryClient } from "@tanstack/react-query";
import type { Api, Commanded, OrderCommand } from "./api";
import { endCommand, type LiveOrders, startCommand } from "./merge-order";
import { isPassing, NetworkError } from "./network-error";
import { queryKeys } from "./queries";
import type { Session } from "./stored-tokens";
import { takeAnswer } from "./take-order";

/** Why a command was not carried out: refused (branch on `code`), or unanswered after all tries. */
export type Refusal = AppError | NetworkError;

/** One tap: its key stays the same over all tries. */
export interface Intention {
  order: Order;
  key: string;
  reason?: string | undefined;
  by: Pick<Session, "sub" | "name"> | null;
}

type Ports = Pick<Api, "eventId" | "commandOrder">;

/** How one command is sent, shown before it is answered, and taken back if it is refused. */
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
    onMutate: ({ order, key, by }) => {
      if (command === "extend") return;
      const started = { key, orderId: order.id, command, by };
      writeQueue(client, api.eventId, (list) => startCommand(list, started));
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
