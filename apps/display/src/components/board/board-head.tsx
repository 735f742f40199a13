import type { LiveState } from "@serverlesspresso/client/use-live";
import type { Shop } from "@serverlesspresso/contracts/shop";
import { LiveBadge } from "@serverlesspresso/ui/live-badge";
import { timeIn } from "../code/clock-words";
import { lastOrdersWords } from "../code/code-state";
import { ShopMark } from "./shop-mark";

interface BoardHeadProps {
  shop: Shop;
  now: number;
  feed: LiveState;
}

/** Whose board it is, what time it is there, until when it takes orders, and whether all that is true. */
export function BoardHead({ shop, now, feed }: BoardHeadProps) {
  const lastOrders = feed.stale ? null : lastOrdersWords(shop, now);
  return (
    <header className="board-head flex flex-wrap items-center gap-x-8 border-hairline border-b-[0.0625rem]">
      <h1 className="flex">
        <ShopMark name={shop.name} />
      </h1>
      {feed.stale && (
        <p role="alert" className="rounded-edge bg-late px-4 py-2 font-semibold text-lead text-on-accent">
          No connection. These numbers may be out of date.
        </p>
      )}
      <div className="ml-auto flex items-center gap-8">
        {lastOrders && <p className="font-semibold text-lead">{lastOrders}</p>}
        <LiveBadge live={feed.live} lastSeenAt={null} className="text-lead!" />
        <time className="numerals text-title">{timeIn(shop.timeZone, now)}</time>
      </div>
    </header>
  );
}
