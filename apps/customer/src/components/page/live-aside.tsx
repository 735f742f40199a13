import type { LiveState } from "@serverlesspresso/client/use-live";
import { LiveBadge } from "@serverlesspresso/ui/live-badge";
import { MyOrdersLink } from "./my-orders-link";

interface LiveAsideProps {
  live: LiveState;
  /** Nothing more will happen to what is shown. */
  over?: boolean;
  onColour?: boolean;
}

/** Whether the page is live, and the way to one's orders. */
export function LiveAside({ live, over = false, onColour = false }: LiveAsideProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-4">
      {!over && (
        // The name's place says it in words when nothing has been heard for long.
        <LiveBadge
          live={live.live}
          lastSeenAt={null}
          onColour={onColour}
          className={live.stale ? "sr-only" : ""}
        />
      )}
      <MyOrdersLink />
    </div>
  );
}
