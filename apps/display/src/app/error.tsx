"use client";

import { Broken } from "@/components/states/broken";

export default function ErrorPage({ reset }: { error: Error; reset(): void }) {
  return <Broken onRetry={reset} />;
}
