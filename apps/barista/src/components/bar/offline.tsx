import { RetryButton } from "@serverlesspresso/ui/retry-button";
import { StatePage } from "@serverlesspresso/ui/state-page";
import type { ReactNode } from "react";

interface OfflineProps {
  onRetry(): Promise<unknown>;
  /** Another way on. */
  children?: ReactNode;
}

/** Nothing is known yet, and the shop does not answer. */
export function Offline({ onRetry, children }: OfflineProps) {
  return (
    <StatePage
      title="The shop does not answer."
      action={
        <>
          <RetryButton onRetry={onRetry}>Try now</RetryButton>
          {children}
        </>
      }
    >
      <p>This page shows as soon as the connection is back. It is tried again every few seconds.</p>
    </StatePage>
  );
}
