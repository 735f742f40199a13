import type { ReactNode } from "react";
import { Providers } from "@/components/bar/providers";

export default function BarLayout({ children }: { children: ReactNode }) {
  return <Providers>{children}</Providers>;
}
