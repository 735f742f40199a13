import type { Menu } from "@serverlesspresso/contracts/menu";
import { type SwitchDrink, switchDrinks } from "@serverlesspresso/contracts/menu-edit";
import type { Shop } from "@serverlesspresso/contracts/shop";
import type { MutationOptions, QueryClient } from "@tanstack/react-query";
import type { Api } from "./api";
import type { BarApi } from "./bar-api";
import { isPassing } from "./network-error";
import { type Refusal, refusalOf } from "./order-command";
import { queryKeys } from "./queries";

/** A drink or a choice of it, and whether it is to be had; that choice of every drink if `everywhere`. */
export interface DrinkSwitch extends SwitchDrink {
  drink: string;
}

interface Intention {
  wanted: DrinkSwitch;
  key: string;
}

const mutationKey = ["switch-drink"];

/** How a drink is switched: shown in the shop at once, and as the server has it once that has answered. */
export function switchDrinkOptions(
  api: Pick<Api, "eventId"> & Pick<BarApi, "switchDrink">,
  client: QueryClient,
  onRefused?: (refusal: Refusal, wanted: DrinkSwitch) => void,
): MutationOptions<Menu, Error, Intention> {
  const queryKey = queryKeys.shop(api.eventId);
  return {
    mutationKey,
    mutationFn: ({ wanted: { drink, ...body }, key }) => api.switchDrink(drink, body, key),
    retry: (failures, error) => failures < 3 && isPassing(error),
    onMutate: async ({ wanted }) => {
      // An answer that is under way knows nothing of this yet.
      await client.cancelQueries({ queryKey });
      writeMenu(client, api.eventId, (menu) => withSwitch(menu, wanted));
    },
    onSuccess: (answer, { key }) => {
      const others = underWay(client).filter((each) => each.key !== key);
      writeMenu(client, api.eventId, (menu) =>
        others.reduce(
          (shown, { wanted }) => withSwitch(shown, wanted),
          answer.version > menu.version ? answer : menu,
        ),
      );
    },
    onError: (error, { wanted }) => onRefused?.(refusalOf(error), wanted),
    onSettled: () => {
      if (client.isMutating({ mutationKey }) <= 1) void client.invalidateQueries({ queryKey });
    },
  };
}

function withSwitch(menu: Menu, { drink, ...wanted }: DrinkSwitch): Menu {
  return { ...menu, drinks: switchDrinks(menu.drinks, drink, wanted) };
}

function underWay(client: QueryClient): Intention[] {
  const pending = client.getMutationCache().findAll({ mutationKey, status: "pending" });
  // Only `switchDrinkOptions` starts mutations under this key.
  return pending.flatMap(({ state }) => (state.variables as Intention | undefined) ?? []);
}

/** Changes the menu, if it is there, without claiming that the server was heard. */
function writeMenu(client: QueryClient, eventId: string, change: (menu: Menu) => Menu): void {
  const queryKey = queryKeys.shop(eventId);
  const updatedAt = client.getQueryState(queryKey)?.dataUpdatedAt;
  client.setQueryData<Shop>(queryKey, (shop) => shop && { ...shop, menu: change(shop.menu) }, { updatedAt });
}
