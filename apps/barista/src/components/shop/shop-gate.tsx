"use client";

import { BarGate } from "../bar/bar-gate";
import { ShopScreen } from "./shop-screen";

export function ShopGate() {
  return <BarGate>{(viewer) => <ShopScreen {...viewer} />}</BarGate>;
}
