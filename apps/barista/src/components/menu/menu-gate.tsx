"use client";

import { BarGate } from "../bar/bar-gate";
import { MenuScreen } from "./menu-screen";

export function MenuGate() {
  return <BarGate>{(viewer) => <MenuScreen {...viewer} />}</BarGate>;
}
