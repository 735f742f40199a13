"use client";

import { AppProviders } from "@serverlesspresso/client/providers";
import { Button } from "@serverlesspresso/ui/button";
import { EmptyState } from "@serverlesspresso/ui/empty-state";
import type { ReactNode } from "react";
import { HouseCup } from "./house-cup";
import { Page } from "./page";
import { PageSkeleton } from "./page-skeleton";

export function Providers({ children }: { children: ReactNode }) {
  return (
    <AppProviders loading={<PageSkeleton />} failed={(retry) => <Unreachable onRetry={retry} />}>
      {children}
    </AppProviders>
  );
}

function Unreachable({ onRetry }: { onRetry(): void }) {
  return (
    <Page>
      <EmptyState
        heading="h1"
        className="my-auto pb-24"
        drawing={<HouseCup fill={0} />}
        title="The bar cannot be reached"
        action={<Button onClick={onRetry}>Try again</Button>}
      >
        Your phone may have lost its connection. This page keeps trying by itself.
      </EmptyState>
    </Page>
  );
}
