"use client";

import { BarGate } from "../bar/bar-gate";
import { Queue } from "./queue";

export function QueueGate() {
  return <BarGate>{(viewer) => <Queue viewer={viewer} />}</BarGate>;
}
