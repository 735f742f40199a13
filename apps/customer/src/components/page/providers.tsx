"use client";

import { AppProviders } from "@serverlesspresso/client/providers";
import { Button } from "@serverlesspresso/ui/button";
import type { ReactNode } from "react";
import { MessagePage } from "./message-page";
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
    <MessagePage title="The bar cannot be reached" action={<Button onClick={onRetry}>Try again</Button>}>
      Your phone may have lost its connection. This page keeps trying by itself.
    </MessagePage>
  );
}
