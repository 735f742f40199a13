"use client";

import { useApi } from "@serverlesspresso/client/client-context";
import { myOrdersQuery, shopQuery } from "@serverlesspresso/client/queries";
import { useCustomerLive } from "@serverlesspresso/client/use-live";
import { buttonLook } from "@serverlesspresso/ui/button";
import { LiveBadge } from "@serverlesspresso/ui/live-badge";
import { useQuery } from "@tanstack/react-query";
import { Page } from "../page/page";
import { PageSkeleton } from "../page/page-skeleton";
import { Picture } from "../page/picture";
import { ShopLink } from "../page/shop-link";
import { StaleBanner } from "../page/stale-banner";
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
  const live = useCustomerLive();
  const { data: orders, error, refetch } = useQuery(myOrdersQuery(api));
  const { data: shop } = useQuery(shopQuery(api));
  const isUnread = !orders && error !== null;
  const isEmpty = orders?.length === 0;
  return (
    <Page
      title="My orders"
      aside={<LiveBadge live={live.live} lastSeenAt={live.lastSeenAt} />}
      stage={isUnread ? <Picture of="unplugged" /> : isEmpty && <Picture of="turned cup" />}
    >
      <StaleBanner stale={live.stale && !isUnread} />
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h1 className="font-bold text-title">My orders</h1>
        <ShopLink href="/" className={`-mx-4 ${buttonLook({ variant: "plain" })}`}>
          Enter a code
        </ShopLink>
      </div>
      <div className={`mt-3 flex-1 ${live.stale ? "text-soft grayscale" : ""}`}>
        {!orders && !isUnread && <RowsSkeleton />}
        {isUnread && <UnreadOrders onRetry={() => void refetch()} />}
        {isEmpty && (
          <>
            <h2 className="font-bold text-lead">No coffee yet</h2>
            <p className="mt-1 text-soft">
              Scan the code on the shop’s screen, and your first one stands here.
            </p>
          </>
        )}
        <ul className="divide-y divide-hairline border-hairline border-y empty:hidden">
          {orders?.map((order) => (
            <OrderRow key={order.id} order={order} shop={shop} />
          ))}
        </ul>
      </div>
      <AccountLink email={email} />
    </Page>
  );
}
