"use client";

import { BarGate } from "../bar/bar-gate";
import { OrdersScreen } from "./orders-screen";

export function OrdersGate() {
  return <BarGate>{() => <OrdersScreen />}</BarGate>;
}
