"use client";

import { AppProviders } from "@serverlesspresso/client/providers";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { MenuSkeleton } from "../menu/menu-skeleton";
import { NumbersSkeleton } from "../numbers/numbers-skeleton";
import { OrdersSkeleton } from "../orders/orders-skeleton";
import { WalkUpSkeleton } from "../orders/walk-up-skeleton";
import { QueueSkeleton } from "../queue/queue-skeleton";
import { ShopSkeleton } from "../shop/shop-skeleton";
import { StaffSkeleton } from "../staff/staff-skeleton";
import { RobotsProvider } from "../training/robots-provider";
import { BarLive } from "./bar-live";
import { Offline } from "./offline";
import { RefusedSwitches } from "./refused-switches";
import { TrainingMark } from "./training-mark";

/** A page in outline, until the configuration has been read; the queue's where none is named. */
const outlines: Record<string, ReactNode> = {
  "/orders": <OrdersSkeleton />,
  "/walk-up": <WalkUpSkeleton />,
  "/numbers": <NumbersSkeleton />,
  "/menu": <MenuSkeleton />,
  "/shop": <ShopSkeleton />,
  "/staff": <StaffSkeleton />,
};

export function Providers({ children }: { children: ReactNode }) {
  const outline = outlines[usePathname()] ?? <QueueSkeleton />;
  return (
    <AppProviders loading={outline} failed={(retry) => <Offline onRetry={retry} />}>
      <TrainingMark />
      <RobotsProvider>
        <BarLive>{children}</BarLive>
        <RefusedSwitches />
      </RobotsProvider>
    </AppProviders>
  );
}
