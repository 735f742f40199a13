import { Button } from "@serverlesspresso/ui/button";
import { EmptyState } from "@serverlesspresso/ui/empty-state";
import { HouseCup } from "../page/house-cup";

/** In place of orders that could not be read. */
export function UnreadOrders({ onRetry }: { onRetry(): void }) {
  return (
    <div role="status">
      <EmptyState
        drawing={<HouseCup fill={0.2} />}
        title="Your orders cannot be read just now"
        action={<Button onClick={onRetry}>Try again</Button>}
      >
        They are safe at the bar. Try again when your phone is online.
      </EmptyState>
    </div>
  );
}
