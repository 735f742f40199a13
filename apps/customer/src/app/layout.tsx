import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { beforeScripts } from "@/components/page/before-scripts";
import { reloadWithoutScripts } from "@/components/page/missing-scripts";
import { Providers } from "@/components/page/providers";
import "./globals.css";

export const metadata: Metadata = {
  description: "Order a coffee at the bar from your phone, and see when it is ready.",
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "oklch(0.962 0.014 83)" },
    { media: "(prefers-color-scheme: dark)", color: "oklch(0.195 0.018 52)" },
  ],
};

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own text, sealed by its hash */}
        <script dangerouslySetInnerHTML={{ __html: `${beforeScripts}\n${reloadWithoutScripts}` }} />
      </head>
      <body>
        <Providers>{children}</Providers>
      </body>
    </html>
  );
}
