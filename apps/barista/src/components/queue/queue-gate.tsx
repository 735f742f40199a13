"use client";

import { BarGate } from "../bar/bar-gate";
import { Queue } from "./queue";

export function QueueGate() {
  return <BarGate>{({ sub, manager }) => <Queue sub={sub} manager={manager} />}</BarGate>;
}
