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
      className="newest-comes flex h-full items-center gap-8 rounded-edge bg-ready px-8 text-on-accent"
    >
      <p className="numerals text-[17rem] leading-[0.8]">{order.number}</p>
      <div className="min-w-0 flex-1">
        <p className="font-bold font-display text-title">{drink?.name ?? "Your drink"}</p>
        <p className="text-title">is ready</p>
      </div>
      {drink && (
        <div className="shrink-0 rounded-full bg-paper p-5">
          <Cup drink={drink} modifiers={order.drinkOrder?.modifiers ?? []} size="8rem" />
        </div>
      )}
    </div>
  );
}
