"use client";

import type { Shop } from "@serverlesspresso/contracts/shop";
import { type UseMutationResult, useMutation, useQueryClient } from "@tanstack/react-query";
import { changeShopOptions, type ShopEdit } from "./change-shop";
import { useClient } from "./client-context";

/** Opens, closes or pauses the shop and sets its limits, for managers; fails as `saveShop` does. */
export function useChangeShop(): UseMutationResult<Shop, Error, ShopEdit> {
  const { api } = useClient();
  return useMutation(changeShopOptions(api, useQueryClient()));
}
