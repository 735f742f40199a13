"use client";

import { useApi } from "@serverlesspresso/client/client-context";
import { dayStatsQuery } from "@serverlesspresso/client/day-queries";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useCalmRefetch } from "../bar/use-calm-refetch";

/** The figures of a day, those of today as it goes on; the last day's stay until the next one's are there. */
export function useDayStats(day: string | null) {
  const stats = useQuery({ ...dayStatsQuery(useApi(), day), placeholderData: keepPreviousData });
  useCalmRefetch(day === null, stats.refetch);
  return stats;
}
