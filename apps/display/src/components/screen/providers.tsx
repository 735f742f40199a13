"use client";

import { AppProviders } from "@serverlesspresso/client/providers";
import type { ReactNode } from "react";
import { BoardSkeleton } from "../board/board-skeleton";
import { TrainingMark } from "../board/training-mark";
import { Offline } from "../states/offline";

export function Providers({ children }: { children: ReactNode }) {
  return (
    <AppProviders loading={<BoardSkeleton />} failed={() => <Offline />}>
      <TrainingMark />
      {children}
    </AppProviders>
  );
}
