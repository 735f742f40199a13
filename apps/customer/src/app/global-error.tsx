"use client";

import { BrokenScreen } from "@/components/page/broken-screen";
import "./globals.css";

export default function GlobalError({ error, reset }: { error: Error; reset(): void }) {
  return (
    <html lang="en">
      <body>
        <BrokenScreen error={error} onRetry={reset} />
      </body>
    </html>
  );
}
