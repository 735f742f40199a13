"use client";

import { BrokenScreen } from "@/components/page/broken-screen";

export default function ErrorPage({ reset }: { error: Error; reset(): void }) {
  return <BrokenScreen onRetry={reset} />;
}
