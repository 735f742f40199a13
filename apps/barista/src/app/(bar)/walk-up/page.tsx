import type { Metadata } from "next";
import { WalkUpGate } from "@/components/orders/walk-up-gate";

export const metadata: Metadata = { title: "Walk-up order" };

export default function WalkUpPage() {
  return <WalkUpGate />;
}
