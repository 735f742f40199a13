import type { QueryClient, QueryKey } from "@tanstack/react-query";

/** Changes what a query holds by what was told, without claiming that it was read: the next reading stays due. */
export function writeTold<Data>(
  client: QueryClient,
  queryKey: QueryKey,
  change: (known: Data | undefined) => Data | undefined,
): void {
  client.setQueryData<Data>(queryKey, change, { updatedAt: client.getQueryState(queryKey)?.dataUpdatedAt });
}
