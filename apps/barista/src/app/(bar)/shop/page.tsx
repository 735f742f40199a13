import type { Metadata } from "next";
import { ShopGate } from "@/components/shop/shop-gate";

export const metadata: Metadata = { title: "Shop" };

export default function ShopPage() {
  return <ShopGate />;
}
