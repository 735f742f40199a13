"use client";

import { Banner } from "@serverlesspresso/ui/banner";

/** Tells that what is shown may be old. */
export function StaleBanner({ stale }: { stale: boolean }) {
  if (!stale) return null;
  return (
    <Banner tone="late" title="No connection to the bar" className="mb-4">
      What you see may be old. It is right again as soon as your phone is back online.
    </Banner>
  );
}
