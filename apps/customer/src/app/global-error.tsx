"use client";

import { BrokenScreen } from "@/components/page/broken-screen";
import "./globals.css";

export default function GlobalError({ reset }: { error: Error; reset(): void }) {
  return (
    <html lang="en">
      <body>
        <BrokenScreen onRetry={reset} />
      </body>
    </html>
  );
}
