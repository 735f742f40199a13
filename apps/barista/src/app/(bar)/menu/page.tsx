import type { Metadata } from "next";
import { MenuGate } from "@/components/menu/menu-gate";

export const metadata: Metadata = { title: "Menu" };

export default function MenuPage() {
  return <MenuGate />;
}
