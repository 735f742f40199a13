"use client";

import { RetryButton } from "@serverlesspresso/ui/retry-button";
import type { ReactNode } from "react";
import { useBackOnline } from "./use-back-online";

interface UnreadProps {
  title: string;
  onRetry(): Promise<unknown>;
  children: ReactNode;
}

/** In place of what could not be read, on a page that has more than that. */
export function Unread({ title, onRetry, children }: UnreadProps) {
  useBackOnline(() => void onRetry());
  return (
    <>
      <div role="status">
        <h2 className="font-bold text-lead">{title}</h2>
        <p className="mt-1 text-soft">{children}</p>
      </div>
      <RetryButton onRetry={onRetry} className="mt-7 w-full" />
    </>
  );
}
