import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { reloadWithoutScripts } from "@/components/screen/missing-scripts";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Board · Serverlesspresso", template: "%s · Serverlesspresso" },
  description: "What is being made and what is ready.",
  robots: { index: false },
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  colorScheme: "light dark",
};

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own text, sealed by its hash */}
        <script dangerouslySetInnerHTML={{ __html: reloadWithoutScripts }} />
      </head>
      <body>{children}</body>
    </html>
  );
}
