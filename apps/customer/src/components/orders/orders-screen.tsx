"use client";

import { useApi } from "@serverlesspresso/client/client-context";
import { myOrdersQuery, shopQuery } from "@serverlesspresso/client/queries";
import { useCustomerLive } from "@serverlesspresso/client/use-live";
import { buttonLook } from "@serverlesspresso/ui/button";
import { EmptyState } from "@serverlesspresso/ui/empty-state";
import { Skeleton } from "@serverlesspresso/ui/skeleton";
import { useQuery } from "@tanstack/react-query";
import { HouseCup } from "../page/house-cup";
import { Page } from "../page/page";
import { PageSkeleton } from "../page/page-skeleton";
import { ShopLink } from "../page/shop-link";
import { StaleBanner } from "../page/stale-banner";
import { useSignedIn } from "../page/use-signed-in";
import { AccountLink } from "./account-link";
import { OrderRow } from "./order-row";
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
  return (
    <Page
      title="My orders"
      aside={
        <ShopLink href="/" className={`-mr-4 ${buttonLook({ variant: "plain" })}`}>
          Enter a code
        </ShopLink>
      }
    >
      <StaleBanner stale={live.stale} />
      <h1 className="mb-4 font-bold text-title">My orders</h1>
      <div className="flex-1">
        {!orders && (error ? <UnreadOrders onRetry={() => void refetch()} /> : <RowsSkeleton />)}
        {orders?.length === 0 && (
          <EmptyState drawing={<HouseCup fill={0} />} title="No coffee yet">
            Scan the code on the shop’s screen, and your first one stands here.
          </EmptyState>
        )}
        <ul className="divide-y divide-hairline border-hairline border-y empty:hidden">
          {orders?.map((order) => (
            <OrderRow key={order.id} order={order} menu={shop?.menu} />
          ))}
        </ul>
      </div>
      <AccountLink email={email} />
    </Page>
  );
}

function RowsSkeleton() {
  return (
    <div className="grid gap-4">
      <p className="sr-only">Loading your orders</p>
      <Skeleton className="h-16 w-full" />
      <Skeleton className="h-16 w-full" />
      <Skeleton className="h-16 w-full" />
    </div>
  );
}
