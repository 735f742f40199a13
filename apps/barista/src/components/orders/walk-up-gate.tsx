"use client";

import { BarGate } from "../bar/bar-gate";
import { WalkUpScreen } from "./walk-up-screen";

export function WalkUpGate() {
  return <BarGate>{() => <WalkUpScreen />}</BarGate>;
}
