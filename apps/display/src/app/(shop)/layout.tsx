import type { ReactNode } from "react";
import { Providers } from "@/components/screen/providers";

export default function ShopLayout({ children }: { children: ReactNode }) {
  return <Providers>{children}</Providers>;
}
