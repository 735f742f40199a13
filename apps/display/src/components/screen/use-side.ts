"use client";

import { useState } from "react";
import { type Side, sideOn } from "./side";

/** The side of the code; it changes with the shop's day, but never while somebody looks for their number. */
export function useSide(day: string, busy: boolean): Side {
  const [side, setSide] = useState(() => sideOn(day));
  const due = busy ? side : sideOn(day);
  if (due !== side) setSide(due);
  return due;
}
