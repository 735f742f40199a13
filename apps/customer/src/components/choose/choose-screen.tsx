"use client";

import { useApi } from "@serverlesspresso/client/client-context";
import { shopQuery } from "@serverlesspresso/client/queries";
import { useLastError } from "@serverlesspresso/client/use-last-error";
import type { LiveState } from "@serverlesspresso/client/use-live";
import type { Order } from "@serverlesspresso/contracts/order";
import { useSound } from "@serverlesspresso/ui/use-sound";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useDeferredValue, useState } from "react";
import { CancelOrder } from "../follow/cancel-order";
import { LiveAside } from "../page/live-aside";
import { Page } from "../page/page";
import { Picture, type PictureOf } from "../page/picture";
import { StaleNotice } from "../page/stale-notice";
import { Unread } from "../page/unread";
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
  // The taps here let the bell ring later.
  useSound();
  return (
    <Page title="Choose" wide warning={live.stale && <StaleNotice />} aside={<LiveAside live={live} />}>
      <h1 className="font-bold text-title">What would you like?</h1>
      <TimeToChoose order={order} />
      <Offer order={order} stale={live.stale} />
    </Page>
  );
}

interface OfferProps {
  order: Order;
  stale: boolean;
}

/** What there is to choose from, or why there is nothing; and the way out. */
function Offer({ order, stale }: OfferProps) {
  const reading = useQuery(shopQuery(useApi()));
  const shop = reading.data;
  const hasFailed = useLastError(reading) !== null && !shop;
  const [wasUnread, setWasUnread] = useState(false);
  if (hasFailed && !wasUnread) setWasUnread(true);
  const usual = useUsual();
  // Drawn in small pieces: the menu is the most that any page has to draw.
  const isMenuDue = useDeferredValue(shop !== undefined && usual !== undefined, false);
  const isUnread = wasUnread && !isMenuDue;
  if (!isUnread && (!isMenuDue || !shop || usual === undefined)) return <MenuSkeleton />;
  const isMenu = shop !== undefined && shop.menu.drinks.length > 0;
  return (
    <>
      {isUnread && (
        <WithoutMenu of="unplugged">
          <Unread title="The menu cannot be read just now" onRetry={reading.refetch}>
            Your place is kept. The menu is here as soon as your phone is back online.
          </Unread>
        </WithoutMenu>
      )}
      {!isUnread && !isMenu && (
        <WithoutMenu of="stacked cups">
          <h2 className="font-bold text-lead">Nothing is on the menu just now</h2>
          <p className="mt-1 text-soft">What the bar puts on it is here at once. Ask at the counter.</p>
        </WithoutMenu>
      )}
      {!isUnread && isMenu && <ShopMenu shop={shop} order={order} usual={usual ?? null} stale={stale} />}
      {/* In one place all the time: its question stays while the menu comes and goes. */}
      <div
        className={`mt-6 flex justify-center lg:justify-start ${isMenu ? "pb-24 peer-data-told:pb-64 lg:mt-2 lg:pb-0!" : "max-w-xl"}`}
      >
        <CancelOrder order={order} drinkName={null} />
      </div>
    </>
  );
}

interface WithoutMenuProps {
  /** What stands on the shelf. */
  of: PictureOf;
  children: ReactNode;
}

function WithoutMenu({ of, children }: WithoutMenuProps) {
  return (
    <div className="mt-6 max-w-xl">
      <div className="-mx-5 mb-6 flex h-44 items-end justify-center border-hairline border-b-2 lg:mx-0">
        <Picture of={of} />
      </div>
      {children}
    </div>
  );
}
