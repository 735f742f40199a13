import { drinkOf, type Order } from "@serverlesspresso/contracts/order";
import type { OrderState } from "@serverlesspresso/contracts/order-state";
import type { Shop } from "@serverlesspresso/contracts/shop";
import { Cup } from "@serverlesspresso/ui/cup";
import { choicesText } from "../follow/drink-text";
import { dayText } from "../page/clock-text";
import { HouseCup } from "../page/house-cup";
import { ShopLink } from "../page/shop-link";

const stateWords: Record<OrderState, string> = {
  REQUESTED: "choose your drink",
  CREATED: "choose your drink",
  SUBMITTED: "in the queue",
  MAKING: "being made",
  COMPLETED: "ready",
  COLLECTED: "collected",
  CANCELLED: "cancelled",
  EXPIRED: "expired",
};

/** One order: its drink, when it was, how it stands, its number. */
export function OrderRow({ order, shop }: { order: Order; shop: Shop | undefined }) {
  const drink = drinkOf(order, shop?.menu) ?? null;
  const modifiers = order.drinkOrder?.modifiers ?? [];
  return (
    <li>
      <ShopLink
        href={`/order?id=${encodeURIComponent(order.id)}`}
        className="group flex min-h-18 items-center gap-4 py-3"
      >
        {drink ? <Cup drink={drink} modifiers={modifiers} size={48} /> : <HouseCup fill={0} size={48} />}
        <span className="min-w-0 flex-1">
          <span className="wrap-anywhere block font-semibold group-hover:text-copper">
            {drink?.name ?? (order.drinkOrder ? "Coffee" : "No drink chosen")}
            {drink && <span className="font-normal text-soft"> {choicesText(drink, modifiers)}</span>}
          </span>
          <span className="block text-note text-soft">
            {dayText(order.createdAt, shop?.timeZone)}, {stateWords[order.state]}
          </span>
        </span>
        {order.number !== null && <span className="numerals text-lead">{order.number}</span>}
      </ShopLink>
    </li>
  );
}
