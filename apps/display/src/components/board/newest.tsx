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
      className="newest-comes flex h-full flex-col justify-end rounded-edge bg-ready-ground px-8 pb-6 text-on-ready"
    >
      <div className="flex min-h-0 flex-1 items-end justify-between border-current border-b-[0.25rem]">
        <p className="numerals figure-height text-[17rem]">{order.number}</p>
        {drink && (
          <Cup
            drink={drink}
            modifiers={order.drinkOrder?.modifiers ?? []}
            size="13rem"
            standing
            className="shrink-0"
          />
        )}
      </div>
      <p className="mt-4 truncate font-bold font-display text-title">
        {drink?.name ?? "Your drink"} is ready
      </p>
    </div>
  );
}
