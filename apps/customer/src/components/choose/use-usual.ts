"use client";

import { useApi } from "@serverlesspresso/client/client-context";
import { myOrdersQuery } from "@serverlesspresso/client/queries";
import type { DrinkOrder } from "@serverlesspresso/contracts/menu";
import { useQuery } from "@tanstack/react-query";
import { useSettled } from "../page/use-settled";

/** What this customer had last; null without one, and undefined until that is known, or will not be in time. */
export function useUsual(): DrinkOrder | null | undefined {
  const orders = useSettled(useQuery(myOrdersQuery(useApi())));
  if (orders === undefined) return undefined;
  return orders?.find(({ drinkOrder, state }) => drinkOrder && state === "COLLECTED")?.drinkOrder ?? null;
}
