"use client";

import { useQuery } from "@tanstack/react-query";
import { useApi } from "./client-context";
import { shopQuery } from "./queries";

/** Whether people practise in the page's shop; false until something on the page has read the shop. */
export function useIsTraining(): boolean {
  const { data: shop } = useQuery({ ...shopQuery(useApi()), enabled: false });
  return shop?.training ?? false;
}
