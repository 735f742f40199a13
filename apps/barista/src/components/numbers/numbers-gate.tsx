"use client";

import { BarGate } from "../bar/bar-gate";
import { NumbersScreen } from "./numbers-screen";

export function NumbersGate() {
  return <BarGate>{() => <NumbersScreen />}</BarGate>;
}
