"use client";

import { useApi } from "@serverlesspresso/client/client-context";
import { shopQuery } from "@serverlesspresso/client/queries";
import type { LiveState } from "@serverlesspresso/client/use-live";
import type { Order } from "@serverlesspresso/contracts/order";
import { useSound } from "@serverlesspresso/ui/use-sound";
import { useQuery } from "@tanstack/react-query";
import { useDeferredValue } from "react";
import { CancelOrder } from "../follow/cancel-order";
import { LiveAside } from "../page/live-aside";
import { Page } from "../page/page";
import { StaleNotice } from "../page/stale-notice";
import { MenuSkeleton } from "./menu-skeleton";
import { ShopMenu } from "./shop-menu";
import { TimeToChoose } from "./time-to-choose";
import { useUsual } from "./use-usual";

interface ChooseScreenProps {
  order: Order;
  live: LiveState;
}

/** The menu of the bar, for a customer who has a place. */
export function ChooseScreen({ order, live }: ChooseScreenProps) {
  const { data: shop } = useQuery(shopQuery(useApi()));
  const usual = useUsual();
  // Drawn in small pieces: the menu is the most that any page has to draw.
  const isMenuDue = useDeferredValue(shop !== undefined && usual !== undefined, false);
  // The taps here let the bell ring later.
  useSound();
  return (
    <Page title="Choose" wide warning={live.stale && <StaleNotice />} aside={<LiveAside live={live} />}>
      <h1 className="font-bold text-title">What would you like?</h1>
      <TimeToChoose order={order} />
      {isMenuDue && shop && usual !== undefined ? (
        <>
          <ShopMenu shop={shop} order={order} usual={usual} stale={live.stale} />
          <div className="mt-6 flex justify-center pb-24 peer-data-told:pb-64 lg:mt-2 lg:justify-start lg:pb-0!">
            <CancelOrder order={order} drinkName={null} />
          </div>
        </>
      ) : (
        <MenuSkeleton />
      )}
    </Page>
  );
}
