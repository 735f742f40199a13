import type { Drink } from "@serverlesspresso/contracts/menu";
import type { Difference, Side } from "../bar/difference";
import { changeDetail, isSameDrink, isSameOrder, orderId } from "./menu-changes";

export interface MenuVersions {
  base: readonly Drink[];
  mine: readonly Drink[];
  theirs: readonly Drink[];
}

const find = (list: readonly Drink[], id: string) => list.find((drink) => drink.id === id);

/** Where two drafts that began with the same drinks differ now, drink by drink, and who has changed it. */
export function compareMenus({ base, mine, theirs }: MenuVersions): Difference[] {
  const all = new Map([...base, ...theirs, ...mine].map(({ id, name }) => [id, name]));
  const drinks = [...all].flatMap(([id, name]) => {
    const [was, is, other] = [find(base, id), find(mine, id), find(theirs, id)];
    if (isSameDrink(is, other)) return [];
    const changed = { mine: !isSameDrink(was, is), theirs: !isSameDrink(was, other) };
    return [{ id, name, mine: changeDetail(was, is), theirs: changeDetail(was, other), changed }];
  });
  if (isSameOrder(mine, theirs)) return drinks;
  const changed = { mine: !isSameOrder(base, mine), theirs: !isSameOrder(base, theirs) };
  return [
    ...drinks,
    { id: orderId, name: "The order", mine: orderOf(mine), theirs: orderOf(theirs), changed },
  ];
}

function orderOf(drinks: readonly Drink[]): string {
  return drinks.map(({ name }) => name).join(", ");
}

/** The drinks that take each difference from the side that was chosen. */
export function mergeMenus(
  { mine, theirs }: Pick<MenuVersions, "mine" | "theirs">,
  chosen: Readonly<Record<string, Side>>,
): Drink[] {
  const [first, second] = chosen[orderId] === "mine" ? [mine, theirs] : [theirs, mine];
  const ids = new Set([...first, ...second].map(({ id }) => id));
  return [...ids].flatMap((id) => find(chosen[id] === "mine" ? mine : theirs, id) ?? []);
}
