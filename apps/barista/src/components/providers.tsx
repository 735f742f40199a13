"use client";

import { AppProviders } from "@serverlesspresso/client/providers";
import type { ReactNode } from "react";
import { Offline } from "./offline";
import { QueueSkeleton } from "./queue-skeleton";

export function Providers({ children }: { children: ReactNode }) {
  return (
    <AppProviders loading={<QueueSkeleton />} failed={(retry) => <Offline onRetry={retry} />}>
      {children}
    </AppProviders>
  );
}
