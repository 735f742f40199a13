"use client";

import { useApi } from "@serverlesspresso/client/client-context";
import { foundOrdersQuery, type OrderSearch } from "@serverlesspresso/client/day-queries";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useCalmRefetch } from "../bar/use-calm-refetch";

/** What is found, today's as it goes on. */
export function useOrders(search: OrderSearch) {
  const found = useInfiniteQuery(foundOrdersQuery(useApi(), search));
  useCalmRefetch(search.day === null, found.refetch);
  return found;
}
