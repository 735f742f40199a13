"use client";

import { useApi } from "@serverlesspresso/client/client-context";
import { shopQuery } from "@serverlesspresso/client/queries";
import { useLastError } from "@serverlesspresso/client/use-last-error";
import { Banner } from "@serverlesspresso/ui/banner";
import { useTabTitle } from "@serverlesspresso/ui/use-tab-title";
import { useQuery } from "@tanstack/react-query";
import { BarHeader } from "../bar/bar-header";
import { useBarLive } from "../bar/bar-live";
import { PageOffline } from "../bar/page-offline";
import type { Viewer } from "../bar/viewer";
import { LimitList } from "./limit-list";
import { LimitsForm } from "./limits-form";
import { ShopSign } from "./shop-sign";
import { ShopSkeleton } from "./shop-skeleton";

/** What the shop is and what it allows: managers set it, baristas read it. */
export function ShopScreen({ sub, manager }: Viewer) {
  const reading = useQuery(shopQuery(useApi()));
  const shop = reading.data;
  const error = useLastError(reading);
  const { stale } = useBarLive();
  useTabTitle(shop ? `${shop.status} · ${shop.name}` : "Shop");
  if (!shop) return error ? <PageOffline onRetry={reading.refetch} /> : <ShopSkeleton />;
  return (
    <div className="flex min-h-dvh flex-col md:h-dvh">
      <BarHeader name={shop.name} />
      {stale && (
        <Banner tone="late" title="No connection" className="mx-4 mt-4 md:mx-6">
          The shop may have been set otherwise since. What you type here is kept.
        </Banner>
      )}
      <main className="flex min-h-0 flex-1 flex-col md:flex-row">
        <ShopSign shop={shop} manager={manager} />
        <div className="relative min-w-0 flex-1 border-hairline border-t md:overflow-y-auto md:border-t-0 md:border-l">
          {manager ? (
            <LimitsForm shop={shop} sub={sub} />
          ) : (
            <div className="p-4 md:p-6">
              <LimitList limits={shop.limits} />
            </div>
          )}
        </div>
      </main>
    </div>
  );
}
