"use client";

import type { UseQueryResult } from "@tanstack/react-query";
import { useState } from "react";

/**
 * Why a query could not be read; null if it was. While nothing has been read, the last error stands until there is
 * another answer: TanStack Query forgets it whenever it tries again, and the page would go back and forth.
 */
export function useLastError(
  query: Pick<UseQueryResult<unknown>, "data" | "error" | "errorUpdateCount" | "isPlaceholderData">,
): Error | null {
  const { data, error, errorUpdateCount, isPlaceholderData } = query;
  const [last, setLast] = useState(error);
  if (error !== null && error !== last) setLast(error);
  // Not of another query that this one has taken the place of.
  const isTriedAgain = (data === undefined || isPlaceholderData) && errorUpdateCount > 0;
  return error ?? (isTriedAgain ? last : null);
}
