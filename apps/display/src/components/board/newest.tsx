import type { Drink } from "@serverlesspresso/contracts/menu";
import type { BoardOrder } from "@serverlesspresso/contracts/order";
import { Cup } from "@serverlesspresso/ui/cup";

interface NewestProps {
  order: BoardOrder;
  drink: Drink | undefined;
}

/** The drink that has just become ready, as large as the wall allows; its place in the list is its own. */
export function Newest({ order, drink }: NewestProps) {
  return (
    <div
      role="status"
      className="newest-comes flex h-full flex-col justify-between rounded-edge bg-ready px-8 pt-8 pb-6 text-on-accent"
    >
      <div className="flex items-start justify-between">
        <p className="numerals text-[15.5rem] leading-[0.76]">{order.number}</p>
        {drink && (
          <div className="rounded-full bg-paper p-4">
            <Cup drink={drink} modifiers={order.drinkOrder?.modifiers ?? []} size="7.5rem" />
          </div>
        )}
      </div>
      <p className="truncate font-bold font-display text-title">{drink?.name ?? "Your drink"} is ready</p>
    </div>
  );
}
