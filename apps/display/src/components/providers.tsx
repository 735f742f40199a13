"use client";

import { AppProviders } from "@serverlesspresso/client/providers";
import type { ReactNode } from "react";
import { BoardSkeleton } from "./board-skeleton";
import { Offline } from "./offline";
import { TrainingMark } from "./training-mark";

export function Providers({ children }: { children: ReactNode }) {
  return (
    <AppProviders loading={<BoardSkeleton />} failed={() => <Offline />}>
      <TrainingMark />
      {children}
    </AppProviders>
  );
}
