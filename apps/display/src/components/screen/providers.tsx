"use client";

import { AppProviders } from "@serverlesspresso/client/providers";
import type { ReactNode } from "react";
import { BoardSkeleton } from "../board/board-skeleton";
import { TrainingMark } from "../board/training-mark";
import { Offline } from "../states/offline";
import { Wall } from "./wall";

export function Providers({ children }: { children: ReactNode }) {
  return (
    <Wall>
      <AppProviders loading={<BoardSkeleton />} failed={() => <Offline />}>
        <TrainingMark />
        {children}
      </AppProviders>
    </Wall>
  );
}
