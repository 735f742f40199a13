import type { Drink, Menu } from "@serverlesspresso/contracts/menu";
import { type SwitchDrink, switchDrinks } from "@serverlesspresso/contracts/menu-edit";
import type { Shop } from "@serverlesspresso/contracts/shop";
import type { MutationOptions, QueryClient } from "@tanstack/react-query";
import type { Api } from "./api";
import type { BarApi } from "./bar-api";
import { isPassing } from "./network-error";
import { type Refusal, refusalOf } from "./order-command";
import { queryKeys } from "./queries";
import { writeTold } from "./write-told";

/** A drink or a choice of it, and whether it is to be had; that choice of every drink if `everywhere`. */
export interface DrinkSwitch extends SwitchDrink {
  drink: string;
}

interface Intention {
  wanted: DrinkSwitch;
  key: string;
}

/** What was shown before the switch; undefined where the shop is not known. */
interface Before {
  menu: Menu | undefined;
}

const mutationKey = ["switch-drink"];

/** The switches that are on their way, for TanStack Query's `isMutating`. */
export const switchesUnderWay = { mutationKey } as const;

/**
 * How something is switched: shown in the shop at once, and as the server has it once that has answered. Taps on the
 * same are sent one after the other: a first one that is tried again must not undo the second.
 */
export function switchDrinkOptions(
  api: Pick<Api, "eventId"> & Pick<BarApi, "switchDrink">,
  client: QueryClient,
  { drink, choice }: Pick<DrinkSwitch, "drink" | "choice">,
): MutationOptions<Menu, Error, Intention, Before> {
  const queryKey = queryKeys.shop(api.eventId);
  return {
    mutationKey,
    scope: { id: `switch ${choice ?? drink}` },
    mutationFn: ({ wanted: { drink, ...body }, key }) => api.switchDrink(drink, body, key),
    retry: (failures, error) => failures < 3 && isPassing(error),
    onMutate: async ({ wanted }) => {
      // An answer that is under way knows nothing of this yet.
      await client.cancelQueries({ queryKey });
      const before = client.getQueryData<Shop>(queryKey)?.menu;
      writeMenu(client, api.eventId, (menu) => withSwitch(menu, wanted));
      return { menu: before };
    },
    onSuccess: (answer, { key }) => {
      writeMenu(client, api.eventId, (menu) =>
        withOthers(client, key, answer.version > menu.version ? answer : menu),
      );
    },
    onError: (_, { wanted, key }, before) => {
      // Taken back here: the shop that did not answer may not be read for long.
      writeMenu(client, api.eventId, (menu) =>
        withOthers(client, key, withoutSwitch(menu, wanted, before?.menu)),
      );
    },
    onSettled: () => {
      if (client.isMutating({ mutationKey }) <= 1) void client.invalidateQueries({ queryKey });
    },
  };
}

/** A switch that was taken back, by its key. */
export interface RefusedSwitch {
  key: string;
  wanted: DrinkSwitch;
  refusal: Refusal;
}

/** Tells of each switch that is taken back, whatever page is shown by then. Call the result to hear no more. */
export function onRefusedSwitch(client: QueryClient, tell: (refused: RefusedSwitch) => void): () => void {
  return client.getMutationCache().subscribe((event) => {
    if (event.type !== "updated" || event.action.type !== "error") return;
    const { options, state } = event.mutation;
    if (options.mutationKey?.[0] !== mutationKey[0]) return;
    // Only `switchDrinkOptions` starts mutations under this key.
    const { wanted, key } = state.variables as Intention;
    tell({ key, wanted, refusal: refusalOf(event.action.error) });
  });
}

function withSwitch(menu: Menu, { drink, ...wanted }: DrinkSwitch): Menu {
  return { ...menu, drinks: switchDrinks(menu.drinks, drink, wanted) };
}

/** The menu with what it was switched from: as it was `before`. */
function withoutSwitch(
  menu: Menu,
  { drink, choice, everywhere }: DrinkSwitch,
  before: Menu | undefined,
): Menu {
  const availableBefore = <T extends { id: string; available: boolean }>(
    shown: T,
    earlier: readonly T[] = [],
  ): T => ({
    ...shown,
    available: earlier.find(({ id }) => id === shown.id)?.available ?? shown.available,
  });
  const drinks = menu.drinks.map((shown): Drink => {
    if (shown.id !== drink && !everywhere) return shown;
    if (choice === undefined) return shown.id === drink ? availableBefore(shown, before?.drinks) : shown;
    const earlier = before?.drinks.find(({ id }) => id === shown.id);
    const options = shown.options.map((group) => ({
      ...group,
      choices: group.choices.map((each) =>
        each.id === choice
          ? availableBefore(each, earlier?.options.find(({ id }) => id === group.id)?.choices)
          : each,
      ),
    }));
    return { ...shown, options };
  });
  return { ...menu, drinks };
}

/** The menu with what else is being switched. */
function withOthers(client: QueryClient, key: string, menu: Menu): Menu {
  const others = underWay(client).filter((each) => each.key !== key);
  return others.reduce((shown, { wanted }) => withSwitch(shown, wanted), menu);
}

function underWay(client: QueryClient): Intention[] {
  const pending = client.getMutationCache().findAll({ mutationKey, status: "pending" });
  // Only `switchDrinkOptions` starts mutations under this key.
  return pending.flatMap(({ state }) => (state.variables as Intention | undefined) ?? []);
}

/** Changes the menu, if it is there. */
function writeMenu(client: QueryClient, eventId: string, change: (menu: Menu) => Menu): void {
  writeTold<Shop>(client, queryKeys.shop(eventId), (shop) => shop && { ...shop, menu: change(shop.menu) });
}
