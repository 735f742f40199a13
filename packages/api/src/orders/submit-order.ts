import { eventType } from "@serverlesspresso/contracts/event";
import { type DrinkOrder, orderedDrink } from "@serverlesspresso/contracts/menu";
import { shopDay } from "@serverlesspresso/contracts/shop";
import { menuOf } from "../menu/menu-of";
import type { Ports } from "../ports";
import { shopOf } from "../shop/shop-of";
import { checkDrink } from "./check-drink";
import type { OrderRow } from "./order-row";
import { patienceOf } from "./patience";
import { type CommandRequest, runCommand } from "./run-command";

/**
 * The choice is made: the order gets its number and joins the queue. By the owner, or by a barista for a
 * walk-up. Throws `order_starting` before the workflow has admitted the order, `order_conflict` after the
 * first submit, and the 422s of `checkDrink`.
 */
export async function submitOrder(
  ports: Ports,
  request: CommandRequest,
  drinkOrder: DrinkOrder,
): Promise<OrderRow> {
  const { eventId } = request.ref;
  let number: { day: string; orderNumber: number } | undefined;
  return runCommand(ports, request, "submit", async (row, at) => {
    const [shop, menu] = await Promise.all([shopOf(ports.shops, eventId), menuOf(ports.menus, eventId)]);
    const patience = await patienceOf(ports, row);
    const chosen = checkDrink(menu, drinkOrder);
    // A row that changed meanwhile is tried again with the same number: gaps are harmless, but not wanted.
    number ??= await drawNumber(ports, eventId, shopDay(new Date(at), shop.timeZone));
    const isOwner = row.userId === request.caller.sub;
    return {
      by: isOwner ? "customer" : "barista",
      message: `Number ${number.orderNumber}: ${chosen.name} ordered.`,
      event: eventType.orderSubmitted,
      fields: {
        ...number,
        drinkOrder,
        drink: orderedDrink(chosen, drinkOrder.modifiers),
        submittedAt: at,
        due: at + patience.barista * 1000,
      },
      outcome: "success",
    };
  });
}

async function drawNumber(ports: Ports, eventId: string, day: string) {
  return { day, orderNumber: await ports.counter.next(eventId, day) };
}
