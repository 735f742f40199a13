import type { Metadata } from "next";
import { NumbersGate } from "@/components/numbers/numbers-gate";

export const metadata: Metadata = { title: "Numbers" };

export default function NumbersPage() {
  return <NumbersGate />;
}
