"use client";

import { useApi } from "@serverlesspresso/client/client-context";
import { shopQuery } from "@serverlesspresso/client/queries";
import { useLastError } from "@serverlesspresso/client/use-last-error";
import { AppError } from "@serverlesspresso/contracts/error";
import { type Shop, shopDay } from "@serverlesspresso/contracts/shop";
import type { DayStats } from "@serverlesspresso/contracts/stats";
import { Banner } from "@serverlesspresso/ui/banner";
import { Button } from "@serverlesspresso/ui/button";
import { useTabTitle } from "@serverlesspresso/ui/use-tab-title";
import { useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { BarHeader } from "../bar/bar-header";
import { useBarLive } from "../bar/bar-live";
import { NotBehindBar } from "../bar/not-behind-bar";
import { PageOffline } from "../bar/page-offline";
import { DayFigures } from "./day-figures";
import { dayFile, keepFile } from "./day-file";
import { DayPicker } from "./day-picker";
import { dayRowsOf } from "./day-rows";
import { dayName } from "./days";
import { NoOrders } from "./no-orders";
import { ChartsOutline, NumbersSkeleton } from "./numbers-skeleton";
import { useDayStats } from "./use-day-stats";

const DayCharts = dynamic(() => import("./day-charts"), { loading: ChartsOutline, ssr: false });

/** How the day goes, and how others went. */
export function NumbersScreen() {
  const [day, setDay] = useState<string | null>(null);
  const shop = useQuery(shopQuery(useApi()));
  const stats = useDayStats(day);
  const { stale } = useBarLive();
  useTabTitle(`Numbers · ${shop.data?.name ?? "Serverlesspresso"}`);
  const shopError = useLastError(shop);
  const statsError = useLastError(stats);
  if (statsError instanceof AppError && statsError.code === "forbidden") return <NotBehindBar />;
  if (!shop.data || !stats.data || (stats.isPlaceholderData && statsError)) {
    const retry = () => Promise.all([shop.refetch(), stats.refetch()]);
    return statsError || shopError ? <PageOffline onRetry={retry} /> : <NumbersSkeleton />;
  }
  const today = shopDay(new Date(shop.data.serverTime), shop.data.timeZone);
  const isOld = stale || stats.isError;
  return (
    <div className="flex min-h-dvh flex-col">
      <BarHeader name={shop.data.name} />
      {isOld && (
        <Banner tone="late" title="No connection" className="mx-4 mt-4 md:mx-6">
          These numbers are as they were. They go on as soon as the connection is back.
        </Banner>
      )}
      <Day
        stats={stats.data}
        shop={shop.data}
        today={today}
        busy={stats.isPlaceholderData}
        shown={day ?? today}
        onPick={(picked) => setDay(picked === today ? null : picked)}
      />
    </div>
  );
}

interface DayProps {
  stats: DayStats;
  shop: Shop;
  today: string;
  /** The day that was asked for; another one's figures are shown until its own are there. */
  shown: string;
  busy: boolean;
  onPick(day: string): void;
}

function Day({ stats, shop, today, shown, busy, onPick }: DayProps) {
  const rows = dayRowsOf(stats, shop.menu);
  const isEmpty = stats.ordered === 0 && stats.endings.length === 0;
  return (
    <main aria-busy={busy} className="flex flex-1 flex-col">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3 px-4 py-5 md:px-6">
        <h1 className="mr-auto font-bold text-title">{shown === today ? "Today" : dayName(shown)}</h1>
        <DayPicker day={shown} today={today} onPick={onPick} />
        <Button
          variant="outline"
          disabled={isEmpty || busy}
          onClick={() => keepFile(`numbers-${stats.day}.csv`, dayFile(rows))}
        >
          <Download aria-hidden className="size-5" />
          CSV
        </Button>
      </div>
      <div className={`flex flex-1 flex-col transition-opacity ${busy ? "opacity-50" : ""}`}>
        {isEmpty && !stats.open ? null : <DayFigures stats={stats} />}
        {isEmpty ? (
          <NoOrders today={stats.day === today} menu={shop.menu} />
        ) : (
          <div className="px-4 py-8 md:px-6">
            <DayCharts rows={rows} menu={shop.menu} />
          </div>
        )}
      </div>
    </main>
  );
}
