"use client";

import { Broken } from "@/components/bar/broken";
import "./globals.css";

export default function GlobalError() {
  return (
    <html lang="en">
      <body>
        <Broken />
      </body>
    </html>
  );
}
