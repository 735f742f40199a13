import { randomUUID } from "node:crypto";
import type { SwitchDrink } from "@serverlesspresso/contracts/menu-edit";
import { readShop } from "./set-shop";
import type { Stack } from "./stack";
import { callAs } from "./staff-call";

/** Switches drinks and choices of a shop off, by their ids, as its barista does; all others are on then. */
export async function switchOff(stack: Stack, off: readonly string[], eventId = "default"): Promise<void> {
  const { menu } = await readShop(stack, eventId);
  for (const drink of menu.drinks) {
    const available = !off.includes(drink.id);
    if (drink.available !== available) await patch(stack, eventId, drink.id, { available });
    const wrong = drink.options
      .flatMap(({ choices }) => choices)
      .filter((choice) => choice.available === off.includes(choice.id));
    for (const { id, available: was } of wrong) {
      await patch(stack, eventId, drink.id, { available: !was, choice: id, everywhere: true });
    }
  }
}

async function patch(stack: Stack, eventId: string, drink: string, body: SwitchDrink): Promise<void> {
  const answer = await callAs(stack, "barista", {
    method: "PATCH",
    path: `/menu/${drink}?eventId=${eventId}`,
    body,
    headers: { "idempotency-key": randomUUID() },
  });
  if (answer.status !== 200) {
    throw new Error(`the switch answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  }
}
