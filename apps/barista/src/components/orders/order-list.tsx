import type { FoundOrder } from "@serverlesspresso/contracts/found-orders";
import type { Shop } from "@serverlesspresso/contracts/shop";
import { Button } from "@serverlesspresso/ui/button";
import { StackedCups } from "@serverlesspresso/ui/drawings/stacked-cups";
import { TurnedCup } from "@serverlesspresso/ui/drawings/turned-cup";
import { EmptyState } from "@serverlesspresso/ui/empty-state";
import { OrderRow } from "./order-row";

interface OrderListProps {
  orders: readonly FoundOrder[];
  shop: Shop;
  /** Something was looked for, so that an empty list says nothing of the day. */
  isSearch: boolean;
  /** The orders are still those of the search before. */
  busy: boolean;
  /** Older ones; null where there are none. */
  more: { fetch(): void; isFetching: boolean } | null;
}

/** What was found, newest first. */
export function OrderList({ orders, shop, isSearch, busy, more }: OrderListProps) {
  return (
    <section
      aria-label="Orders found"
      aria-busy={busy}
      className={`mt-5 flex flex-1 flex-col transition-opacity ${busy ? "opacity-50" : ""}`}
    >
      <p role="status" className="sr-only">
        {orders.length === 0 ? "No orders found" : `${orders.length} orders shown`}
      </p>
      {orders.length === 0 ? (
        <NothingFound isSearch={isSearch} />
      ) : (
        <ol className="border-hairline border-t">
          {orders.map((order) => (
            <OrderRow key={order.id} order={order} menu={shop.menu} timeZone={shop.timeZone} />
          ))}
        </ol>
      )}
      {more && (
        <Button
          variant="outline"
          className="mx-auto mt-6"
          aria-disabled={more.isFetching}
          onClick={more.fetch}
        >
          {more.isFetching ? "Fetching older ones" : "Older orders"}
        </Button>
      )}
    </section>
  );
}

function NothingFound({ isSearch }: { isSearch: boolean }) {
  if (!isSearch) {
    return (
      <EmptyState className="m-auto" drawing={<StackedCups className="w-44" />} title="No orders that day">
        <p>What is ordered stands here, from the first one on.</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState className="m-auto" drawing={<TurnedCup className="w-44" />} title="None like that">
      <p>Numbers begin anew each day: look at another day, too.</p>
    </EmptyState>
  );
}
