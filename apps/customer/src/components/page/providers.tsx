"use client";

import { AppProviders } from "@serverlesspresso/client/providers";
import { useSendChoices } from "@serverlesspresso/client/use-send-choices";
import { Button } from "@serverlesspresso/ui/button";
import { type ReactNode, useEffect } from "react";
import { MessagePage } from "./message-page";
import { PageSkeleton } from "./page-skeleton";
import { Picture } from "./picture";
import { TrainingMark } from "./training-mark";

export function Providers({ children }: { children: ReactNode }) {
  useEffect(() => {
    document.documentElement.dataset.alive = "true";
  }, []);
  return (
    <AppProviders loading={<PageSkeleton />} failed={(retry) => <Unreachable onRetry={retry} />}>
      <TrainingMark />
      <SendChoices />
      {children}
    </AppProviders>
  );
}

function SendChoices() {
  useSendChoices();
  return null;
}

function Unreachable({ onRetry }: { onRetry(): Promise<void> }) {
  return (
    <MessagePage
      title="The bar cannot be reached"
      drawing={<Picture of="unplugged" />}
      // Bytes of the first load count, and it is tried every few seconds in any case: it does not say "Trying…".
      action={
        <Button size="large" onClick={() => void onRetry()}>
          Try again
        </Button>
      }
    >
      Your phone may have lost its connection. This page keeps trying by itself.
    </MessagePage>
  );
}
