"use client";

import { BrokenScreen } from "@/components/page/broken-screen";

export default function ErrorPage({ error, reset }: { error: Error; reset(): void }) {
  return <BrokenScreen error={error} onRetry={reset} />;
}
