import { setTimeout as wait } from "node:timers/promises";
import type { DrinkOrder } from "@serverlesspresso/contracts/menu";
import { type ApiUser, orderIdOf } from "../api-user";
import { readShop } from "../set-shop";

/** A phone hears from the live feed when it may choose; here it is asked for. */
const askAgainMs = 40;

/** What the shop sells, each drink as usual and then with everything else that can be chosen. */
export async function everyDrink({ stack }: ApiUser): Promise<DrinkOrder[]> {
  const { menu } = await readShop(stack);
  const special = menu.drinks.map(({ id, options }) => ({
    drink: id,
    modifiers: options.flatMap(({ choices }) => choices.filter((each) => each.available).at(-1)?.id ?? []),
  }));
  return [...menu.drinks.map(({ id }) => ({ drink: id, modifiers: [] })), ...special];
}

/** An order of somebody without a phone, in the queue when it is answered: its id. */
export async function takeWalkUp(barista: ApiUser, order: DrinkOrder): Promise<string> {
  const id = orderIdOf(await barista.call("POST", "/orders"));
  for (;;) {
    const { status, body } = await barista.call("PUT", `/orders/${id}`, order);
    if (status === 200) return id;
    if (!JSON.stringify(body).includes("order_starting"))
      throw new Error(`submit answered ${status}: ${JSON.stringify(body)}`);
    await wait(askAgainMs);
  }
}
