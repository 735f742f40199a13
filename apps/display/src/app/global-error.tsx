"use client";

import { Broken } from "@/components/states/broken";
import "./globals.css";

export default function GlobalError({ reset }: { error: Error; reset(): void }) {
  return (
    <html lang="en">
      <body>
        <Broken onRetry={reset} />
      </body>
    </html>
  );
}
