import type { BoardOrder, Ticket } from "@serverlesspresso/contracts/order";
import { type QueryClient, queryOptions } from "@tanstack/react-query";
import type { Api } from "./api";
import { isInDoubt, type LiveOrders, shownOrders, takeSnapshot } from "./merge-order";
import { queryKeys, snapshotEveryMs, unreadEveryMs } from "./queries";
import { rereadIn } from "./reread-in";

const inDoubtEveryMs = 2_000;

/** The baristas' queue with what is ready: SUBMITTED, MAKING, COMPLETED, oldest first. */
export const queueQuery = (api: Pick<Api, "eventId" | "tickets">) =>
  queryOptions({
    queryKey: queryKeys.queue(api.eventId),
    queryFn: ({ client }) => snapshot<Ticket>(client, queryKeys.queue(api.eventId), api.tickets),
    refetchInterval: (query) => rereadIn(query, snapshotEvery(query.state.data)),
    select: shownByAge<Ticket>,
  });

/** The board of the shop's screen: the same orders without their customers, oldest first. */
export const boardQuery = (api: Pick<Api, "eventId" | "boardOrders">) =>
  queryOptions({
    queryKey: queryKeys.board(api.eventId),
    queryFn: ({ client }) => snapshot<BoardOrder>(client, queryKeys.board(api.eventId), api.boardOrders),
    refetchInterval: (query) => rereadIn(query, snapshotEvery(query.state.data)),
    select: shownByAge<BoardOrder>,
  });

function snapshotEvery(list: LiveOrders<BoardOrder> | undefined): number {
  if (list === undefined) return unreadEveryMs;
  return isInDoubt(list) ? inDoubtEveryMs : snapshotEveryMs;
}

async function snapshot<T extends BoardOrder>(
  client: QueryClient,
  queryKey: readonly unknown[],
  read: (state: "open" | "completed") => Promise<{ orders: T[] }>,
): Promise<LiveOrders<T>> {
  const before = client.getQueryData<LiveOrders<T>>(queryKey);
  const [open, completed] = await Promise.all([read("open"), read("completed")]);
  const now = client.getQueryData<LiveOrders<T>>(queryKey);
  return takeSnapshot(now, before, [...open.orders, ...completed.orders]);
}

/** Always the same function: a list that has not changed is not gone through again with each drawing. */
function shownByAge<T extends BoardOrder>(list: LiveOrders<T>): T[] {
  return shownOrders(list).sort(byAge);
}

function byAge(a: BoardOrder, b: BoardOrder): number {
  const since = (order: BoardOrder) => order.submittedAt ?? "";
  return since(a).localeCompare(since(b)) || (a.number ?? 0) - (b.number ?? 0);
}
