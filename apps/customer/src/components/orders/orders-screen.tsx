"use client";

import { useApi } from "@serverlesspresso/client/client-context";
import { myOrdersQuery, shopQuery, snapshotEveryMs } from "@serverlesspresso/client/queries";
import { useLastError } from "@serverlesspresso/client/use-last-error";
import { useCustomerLive } from "@serverlesspresso/client/use-live";
import type { Order } from "@serverlesspresso/contracts/order";
import type { Shop } from "@serverlesspresso/contracts/shop";
import { buttonLook } from "@serverlesspresso/ui/button";
import { LiveBadge } from "@serverlesspresso/ui/live-badge";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Page } from "../page/page";
import { PageSkeleton } from "../page/page-skeleton";
import { Picture } from "../page/picture";
import { ShopLink } from "../page/shop-link";
import { StaleNotice } from "../page/stale-notice";
import { useSettled } from "../page/use-settled";
import { useSignedIn } from "../page/use-signed-in";
import { AccountLink } from "./account-link";
import { OrderRow } from "./order-row";
import { RowsSkeleton } from "./rows-skeleton";
import { UnreadOrders } from "./unread-orders";

/** All orders of the customer, newest first. */
export function OrdersScreen() {
  const session = useSignedIn("/orders");
  return session ? <MyOrders email={session.email} /> : <PageSkeleton />;
}

function MyOrders({ email }: { email: string | null }) {
  const api = useApi();
  const live = useCustomerLive("myOrders");
  const reading = useQuery({ ...myOrdersQuery(api), refetchInterval: snapshotEveryMs });
  const orders = reading.data;
  const isUnread = useLastError(reading) !== null && !orders;
  const shop = useQuery(shopQuery(api));
  // Without the menu the rows would have other words, and other heights.
  const shown = useSettled(shop) === undefined ? undefined : orders;
  const view = viewOf(shown, isUnread);
  return (
    <Page
      key={view}
      title="My orders"
      aside={
        <LiveBadge live={live.live} lastSeenAt={live.lastSeenAt} className={live.stale ? "sr-only" : ""} />
      }
      warning={live.stale && view !== "unread" && <StaleNotice />}
      stage={stages[view]}
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h1 className="font-bold text-title">My orders</h1>
        <ShopLink href="/" className={`-mx-4 ${buttonLook({ variant: "plain" })}`}>
          Enter a code
        </ShopLink>
      </div>
      <div className={`mt-3 flex-1 ${live.stale ? "text-soft grayscale" : ""}`}>
        {view === "unread" && <UnreadOrders onRetry={reading.refetch} />}
        {view === "none" && <NoOrders />}
        {view === "rows" && (shown ? <OrderRows orders={shown} shop={shop.data} /> : <RowsSkeleton />)}
      </div>
      {(shown || view === "unread") && <AccountLink email={email} />}
    </Page>
  );
}

type View = "rows" | "none" | "unread";

const stages: Record<View, ReactNode> = {
  rows: null,
  none: <Picture of="turned cup" />,
  unread: <Picture of="unplugged" />,
};

function viewOf(orders: readonly Order[] | undefined, isUnread: boolean): View {
  if (isUnread) return "unread";
  return orders?.length === 0 ? "none" : "rows";
}

function NoOrders() {
  return (
    <>
      <h2 className="font-bold text-lead">No coffee yet</h2>
      <p className="mt-1 text-soft">Scan the code on the shop’s screen, and your first one stands here.</p>
    </>
  );
}

function OrderRows({ orders, shop }: { orders: readonly Order[]; shop: Shop | undefined }) {
  return (
    <ul className="divide-y divide-hairline border-hairline border-y">
      {orders.map((order) => (
        <OrderRow key={order.id} order={order} shop={shop} />
      ))}
    </ul>
  );
}
