"use client";

import { AppProviders } from "@serverlesspresso/client/providers";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { Offline } from "./offline";
import { QueueSkeleton } from "./queue-skeleton";
import { StaffSkeleton } from "./staff/staff-skeleton";
import { TrainingMark } from "./training-mark";

export function Providers({ children }: { children: ReactNode }) {
  const outline = usePathname() === "/staff" ? <StaffSkeleton /> : <QueueSkeleton />;
  return (
    <AppProviders loading={outline} failed={(retry) => <Offline onRetry={retry} />}>
      <TrainingMark />
      {children}
    </AppProviders>
  );
}
