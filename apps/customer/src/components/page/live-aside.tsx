import type { LiveState } from "@serverlesspresso/client/use-live";
import { LiveBadge } from "@serverlesspresso/ui/live-badge";
import { MyOrdersLink } from "./my-orders-link";

/** Whether the page is live, and the way to one's orders. */
export function LiveAside({ live }: { live: LiveState }) {
  return (
    <div className="flex flex-wrap items-center gap-x-4">
      <LiveBadge live={live.live} lastSeenAt={null} />
      <MyOrdersLink />
    </div>
  );
}
