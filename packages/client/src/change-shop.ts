import { AppError } from "@serverlesspresso/contracts/error";
import { type Shop, type ShopSettings, settingsOf } from "@serverlesspresso/contracts/shop";
import type { MutationOptions, QueryClient } from "@tanstack/react-query";
import type { Api } from "./api";
import { type BarApi, barApi } from "./bar-api";
import { isPassing } from "./network-error";
import { queryKeys } from "./queries";

/** What a manager wants of the shop, decided on the shop as it was then. */
export interface ShopEdit {
  base: ShopSettings & Pick<Shop, "version">;
  wanted: ShopSettings;
}

/** The menu may be switched this often while one edit is on its way. */
const maxTries = 5;

/**
 * Sets the shop. An edit that meets a newer version goes on over it if nothing in it was set otherwise: then
 * only the menu has changed, or this very edit was done and its answer lost. Else it throws `edit_stale` with
 * the shop as it is and who has set it.
 */
export async function saveShop(api: Pick<BarApi, "changeShop">, { base, wanted }: ShopEdit): Promise<Shop> {
  let seen = base;
  for (let tries = 1; ; tries += 1) {
    try {
      return await api.changeShop(wanted, seen.version);
    } catch (error) {
      const theirs = error instanceof AppError ? error.theirs?.shop : undefined;
      if (theirs === undefined || tries === maxTries) throw error;
      if (isSame(settingsOf(theirs), wanted)) return theirs;
      if (!isSame(settingsOf(theirs), settingsOf(base))) throw error;
      seen = theirs;
    }
  }
}

function isSame(one: ShopSettings, other: ShopSettings): boolean {
  const { limits, ...rest } = one;
  const fields = Object.keys(rest) as (keyof typeof rest)[]; // a literal's own keys
  const names = Object.keys(limits) as (keyof typeof limits)[]; // the same
  return (
    fields.every((name) => one[name] === other[name]) &&
    names.every((name) => limits[name] === other.limits[name])
  );
}

/** How the shop is set; `shopQuery` holds the answer then. */
export function changeShopOptions(api: Api, client: QueryClient): MutationOptions<Shop, Error, ShopEdit> {
  const queryKey = queryKeys.shop(api.eventId);
  return {
    mutationFn: (edit) => saveShop(barApi(api), edit),
    retry: (failures, error) => failures < 3 && isPassing(error),
    onSuccess: async (shop) => {
      // What is being read may be from before.
      await client.cancelQueries({ queryKey });
      client.setQueryData<Shop>(queryKey, shop);
    },
    onError: () => void client.invalidateQueries({ queryKey }),
  };
}
