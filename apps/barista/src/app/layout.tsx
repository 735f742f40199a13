import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { NoticeStack } from "@/components/bar/notices";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Queue · Serverlesspresso", template: "%s · Serverlesspresso" },
  description: "The queue behind the bar: oldest first.",
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
      <body>
        {children}
        <NoticeStack />
      </body>
    </html>
  );
}
