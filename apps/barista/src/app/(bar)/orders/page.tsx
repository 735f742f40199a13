import type { Metadata } from "next";
import { OrdersGate } from "@/components/orders/orders-gate";

export const metadata: Metadata = { title: "Orders" };

export default function OrdersPage() {
  return <OrdersGate />;
}
