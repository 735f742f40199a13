"use client";

import { useApi } from "@serverlesspresso/client/client-context";
import { shopQuery } from "@serverlesspresso/client/queries";
import { useLastError } from "@serverlesspresso/client/use-last-error";
import { Banner } from "@serverlesspresso/ui/banner";
import { useTabTitle } from "@serverlesspresso/ui/use-tab-title";
import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { BarHeader } from "../bar/bar-header";
import { useBarLive } from "../bar/bar-live";
import { PageOffline } from "../bar/page-offline";
import type { Viewer } from "../bar/viewer";
import { MenuSkeleton } from "./menu-skeleton";
import { SaleBoard } from "./sale-board";

const ManagedMenu = dynamic(() => import("./managed-menu").then((file) => file.ManagedMenu));

/** What there is: baristas switch it off and on, managers also prepare what there will be. */
export function MenuScreen({ sub, manager }: Viewer) {
  const reading = useQuery(shopQuery(useApi()));
  const shop = reading.data;
  const error = useLastError(reading);
  const { stale } = useBarLive();
  useTabTitle(shop ? `Menu · ${shop.name}` : "Menu");
  if (!shop) return error ? <PageOffline onRetry={reading.refetch} /> : <MenuSkeleton />;
  const { drinks } = shop.menu;
  return (
    <div className="flex min-h-dvh flex-col md:h-dvh">
      <BarHeader name={shop.name} />
      {stale && (
        <Banner tone="late" title="No connection" className="mx-4 mt-4 md:mx-6">
          Something may have sold out since. What you edit is kept on this device.
        </Banner>
      )}
      <main className="flex min-h-0 flex-1 flex-col">
        <h1 className="sr-only">Menu</h1>
        {manager ? (
          <ManagedMenu sub={sub} drinks={drinks} />
        ) : (
          <>
            <p className="border-hairline border-b px-4 py-3 text-soft md:px-6">
              What you switch off here is sold out on every phone at once. Managers change the menu itself.
            </p>
            <SaleBoard drinks={drinks} />
          </>
        )}
      </main>
    </div>
  );
}
