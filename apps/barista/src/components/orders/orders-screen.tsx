"use client";

import { useApi } from "@serverlesspresso/client/client-context";
import type { OrderSearch } from "@serverlesspresso/client/day-queries";
import { shopQuery } from "@serverlesspresso/client/queries";
import { useLastError } from "@serverlesspresso/client/use-last-error";
import { AppError } from "@serverlesspresso/contracts/error";
import type { FoundOrder } from "@serverlesspresso/contracts/found-orders";
import type { Menu } from "@serverlesspresso/contracts/menu";
import { shopDay } from "@serverlesspresso/contracts/shop";
import { Banner } from "@serverlesspresso/ui/banner";
import { buttonLook } from "@serverlesspresso/ui/button";
import { useTabTitle } from "@serverlesspresso/ui/use-tab-title";
import { useQuery } from "@tanstack/react-query";
import { Footprints } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { BarHeader } from "../bar/bar-header";
import { useBarLive } from "../bar/bar-live";
import { NotBehindBar } from "../bar/not-behind-bar";
import { PageOffline } from "../bar/page-offline";
import { useShopPath } from "../bar/use-shop-path";
import { wordsOfId } from "../menu/words-of-id";
import { OrderFilters } from "./order-filters";
import { OrderList } from "./order-list";
import { OrdersSkeleton } from "./orders-skeleton";
import { useOrders } from "./use-orders";

const everything: OrderSearch = { day: null, number: null, drink: null };

/** Every order of a day, to be found by its number, its drink, its day. */
export function OrdersScreen() {
  const [search, setSearch] = useState(everything);
  const { stale } = useBarLive();
  const walkUp = useShopPath("/walk-up");
  const reading = useQuery(shopQuery(useApi()));
  const shop = reading.data;
  const shopError = useLastError(reading);
  const found = useOrders(search);
  useTabTitle(`Orders · ${shop?.name ?? "Serverlesspresso"}`);
  const foundError = useLastError(found);
  if (foundError instanceof AppError && foundError.code === "forbidden") return <NotBehindBar />;
  if (!shop || !found.data || (found.isPlaceholderData && foundError)) {
    const retry = () => Promise.all([reading.refetch(), found.refetch()]);
    return foundError || shopError ? <PageOffline onRetry={retry} /> : <OrdersSkeleton />;
  }
  const orders = found.data.pages.flatMap((page) => page.orders);
  return (
    <div className="flex min-h-dvh flex-col">
      <BarHeader name={shop.name} />
      {(stale || found.isError) && (
        <Banner tone="late" title="No connection" className="mx-4 mt-4 md:mx-6">
          These orders are as they were. They go on as soon as the connection is back.
        </Banner>
      )}
      <main className="mx-auto flex w-full max-w-7xl flex-1 flex-col px-4 py-5 md:px-6">
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
          <h1 className="font-bold text-title">Orders</h1>
          <Link href={walkUp} className={buttonLook()}>
            <Footprints aria-hidden className="size-5" />
            Walk-up order
          </Link>
        </div>
        <div className="mt-4">
          <OrderFilters
            search={search}
            today={shopDay(new Date(shop.serverTime), shop.timeZone)}
            drinks={drinksToFind(shop.menu, orders, search)}
            onSearch={setSearch}
          />
        </div>
        <OrderList
          orders={orders}
          shop={shop}
          isSearch={search.number !== null || search.drink !== null}
          busy={found.isPlaceholderData}
          more={
            found.hasNextPage
              ? { fetch: () => void found.fetchNextPage(), isFetching: found.isFetchingNextPage }
              : null
          }
        />
      </main>
    </div>
  );
}

/** The drinks of the menu, and after them those that have left it and were ordered all the same. */
function drinksToFind({ drinks }: Menu, orders: readonly FoundOrder[], { drink }: OrderSearch) {
  const known = new Set(drinks.map(({ id }) => id));
  const ordered = [drink, ...orders.map(({ drinkOrder }) => drinkOrder?.drink)];
  const gone = new Set(ordered.flatMap((id) => (id && !known.has(id) ? [id] : [])));
  return [...drinks, ...[...gone].map((id) => ({ id, name: wordsOfId(id) }))];
}
