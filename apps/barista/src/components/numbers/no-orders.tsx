import type { Menu } from "@serverlesspresso/contracts/menu";
import { Cup } from "@serverlesspresso/ui/cup";
import { EmptyState } from "@serverlesspresso/ui/empty-state";

interface NoOrdersProps {
  today: boolean;
  menu: Menu;
}

/** A day on which nothing was ordered, or not yet. */
export function NoOrders({ today, menu: { drinks } }: NoOrdersProps) {
  const drink = drinks[0];
  return (
    <EmptyState
      className="m-auto"
      drawing={drink && <Cup drink={drink} size={200} fill={0} standing className="border-ink border-b-2" />}
      title={today ? "No orders yet" : "No orders that day"}
    >
      <p>{today ? "The first one of the day stands here at once." : "The shop was at rest."}</p>
    </EmptyState>
  );
}
