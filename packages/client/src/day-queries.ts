import { FoundOrders } from "@serverlesspresso/contracts/found-orders";
import { DayStats } from "@serverlesspresso/contracts/stats";
import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { Api } from "./api";
import { queryKeys } from "./queries";

const todayEveryMs = 30_000;
const afterFailureMs = 5_000;

/** A day of the shop in figures; null for today, which is read anew as it goes on. For baristas. */
export const dayStatsQuery = (api: Api, day: string | null) =>
  queryOptions({
    queryKey: queryKeys.stats(api.eventId, day),
    queryFn: () => api.call(DayStats, "GET", withQuery("/stats", { day })),
    refetchInterval: ({ state }) => refetchEvery(day, state.status),
  });

/** What is looked for among a day's orders; null where it does not matter, and for today. */
export interface OrderSearch {
  day: string | null;
  number: number | null;
  /** The drink's id. */
  drink: string | null;
}

/** A day's orders, newest first, page by page; those of the last search stay until the next are there. */
export const foundOrdersQuery = (api: Api, search: OrderSearch) =>
  infiniteQueryOptions({
    queryKey: queryKeys.foundOrders(api.eventId, search),
    queryFn: ({ pageParam }) =>
      api.call(FoundOrders, "GET", withQuery("/orders", { ...search, cursor: pageParam })),
    // A cursor, or null for the first page.
    initialPageParam: null as string | null,
    getNextPageParam: ({ cursor }) => cursor,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => refetchEvery(search.day, state.status),
  });

function refetchEvery(day: string | null, status: "pending" | "error" | "success"): number | false {
  if (status === "error") return afterFailureMs;
  return day === null ? todayEveryMs : false;
}

function withQuery(path: string, fields: Readonly<Record<string, string | number | null>>): string {
  const given = Object.entries(fields).flatMap(([name, value]) =>
    value === null ? [] : [[name, String(value)]],
  );
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}
