"use client";

import { useApi } from "@serverlesspresso/client/client-context";
import { shopQuery } from "@serverlesspresso/client/queries";
import type { LiveState } from "@serverlesspresso/client/use-live";
import type { Order } from "@serverlesspresso/contracts/order";
import { Cup } from "@serverlesspresso/ui/cup";
import { LiveBadge } from "@serverlesspresso/ui/live-badge";
import { useQuery } from "@tanstack/react-query";
import { HouseCup } from "../page/house-cup";
import { Page } from "../page/page";
import { StaleBanner } from "../page/stale-banner";
import { useScrollTop } from "../page/use-scroll-top";
import { useTabIcon } from "../page/use-tab-icon";
import { CancelOrder } from "./cancel-order";
import { choicesText, drinkOf, nameInSentence } from "./drink-text";
import { fillOf, tabTitle } from "./follow-state";
import { OrderJourney } from "./order-journey";
import { OrderNumber } from "./order-number";
import { OrderStatus } from "./order-status";
import { OrderSteps } from "./order-steps";
import { ReadyAlerts } from "./ready-alerts";

interface FollowScreenProps {
  order: Order;
  live: LiveState;
}

/** An order on its way to the counter: a number to show, where it stands, and a cup that fills. */
export function FollowScreen({ order, live }: FollowScreenProps) {
  const { data: shop } = useQuery(shopQuery(useApi()));
  const drink = drinkOf(shop?.menu, order.drinkOrder);
  const modifiers = order.drinkOrder?.modifiers ?? [];
  const ready = order.state === "COMPLETED";
  useScrollTop(ready ? "ready" : "on its way");
  useTabIcon(ready ? "ready" : order.state === "SUBMITTED" ? "waiting" : "making");

  return (
    <Page
      wide
      title={tabTitle(order)}
      ground={ready ? "ready" : "paper"}
      aside={<LiveBadge live={live.live} lastSeenAt={live.lastSeenAt} onColour={ready} />}
    >
      <StaleBanner stale={live.stale} />
      <div className="grid flex-1 content-start items-center gap-x-16 lg:grid-cols-2 lg:content-center">
        <div className="flex flex-col items-center text-center">
          <OrderNumber number={order.number} ready={ready} />
          <OrderStatus order={order} drink={nameInSentence(drink)} wait={shop?.wait ?? null} />
          <div className="-mt-6 lg:mt-0">
            {drink ? (
              <Cup drink={drink} modifiers={modifiers} fill={fillOf(order)} size={224} />
            ) : (
              <HouseCup fill={fillOf(order)} size={224} />
            )}
          </div>
          {drink && (
            <p className="mt-1">
              <strong className="font-semibold">{drink.name}</strong>
              <span className="opacity-80"> {choicesText(drink, modifiers)}</span>
            </p>
          )}
        </div>
        <div className="mt-8 grid content-start gap-6 lg:mt-0">
          <OrderSteps order={order} />
          <ReadyAlerts state={order.state} />
          <OrderJourney order={order} />
          <CancelOrder order={order} drinkName={nameInSentence(drink)} />
        </div>
      </div>
    </Page>
  );
}
