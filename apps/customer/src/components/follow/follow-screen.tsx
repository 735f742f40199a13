"use client";

import { useApi } from "@serverlesspresso/client/client-context";
import { shopQuery } from "@serverlesspresso/client/queries";
import type { LiveState } from "@serverlesspresso/client/use-live";
import type { Order } from "@serverlesspresso/contracts/order";
import { LiveBadge } from "@serverlesspresso/ui/live-badge";
import { useQuery } from "@tanstack/react-query";
import { useLastNumber } from "../page/last-number";
import { Page } from "../page/page";
import { StaleBanner } from "../page/stale-banner";
import { useScrollTop } from "../page/use-scroll-top";
import { useTabIcon } from "../page/use-tab-icon";
import { CancelOrder } from "./cancel-order";
import { drinkOf, nameInSentence } from "./drink-text";
import { tabTitle } from "./follow-state";
import { NumberAndCup } from "./number-and-cup";
import { OrderJourney } from "./order-journey";
import { OrderStatus } from "./order-status";
import { OrderSteps } from "./order-steps";
import { ReadyAlerts } from "./ready-alerts";
import { useBegun } from "./use-begun";

interface FollowScreenProps {
  order: Order;
  live: LiveState;
}

/** An order on its way to the counter: a number to show, where it stands, and a cup that fills. */
export function FollowScreen({ order, live }: FollowScreenProps) {
  const { data: shop } = useQuery(shopQuery(useApi()));
  const drink = drinkOf(shop?.menu, order.drinkOrder);
  const ready = order.state === "COMPLETED";
  const begun = useBegun(order);
  useLastNumber(order.number);
  useScrollTop(ready ? "ready" : "on its way");
  useTabIcon(ready ? "ready" : order.state === "SUBMITTED" ? "waiting" : "making");

  return (
    <Page
      wide
      title={tabTitle(order)}
      ground={ready ? "ready" : "paper"}
      aside={<LiveBadge live={live.live} lastSeenAt={live.lastSeenAt} onColour={ready} />}
      stage={<NumberAndCup order={order} drink={drink} begun={begun} stale={live.stale} />}
    >
      <StaleBanner stale={live.stale} />
      <div
        className={`grid flex-1 content-start gap-x-16 gap-y-7 lg:grid-cols-2 ${live.stale ? "text-soft" : ""}`}
      >
        <OrderStatus order={order} drink={drink} begun={begun} wait={shop?.wait ?? null} />
        <div className="grid content-start gap-6">
          <OrderSteps order={order} begun={begun} timeZone={shop?.timeZone} />
          <ReadyAlerts state={order.state} />
          <OrderJourney order={order} />
          <CancelOrder order={order} drinkName={nameInSentence(drink)} />
        </div>
      </div>
    </Page>
  );
}
