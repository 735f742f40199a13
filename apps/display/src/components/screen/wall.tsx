"use client";

import { type ReactNode, useEffect, useState } from "react";
import { type Shift, shiftAt } from "./shift";
import { useWakeLock } from "./use-wake-lock";

const lookEveryMs = 5_000;

/** What hangs on the wall for a week: awake, and every minute a little beside where it was. */
export function Wall({ children }: { children: ReactNode }) {
  const [{ x, y }, setShift] = useState<Shift>({ x: 0, y: 0 });
  useWakeLock();
  useEffect(() => {
    const look = setInterval(() => {
      const unit = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      const next = shiftAt(Date.now(), unit);
      setShift((shift) => (shift.x === next.x && shift.y === next.y ? shift : next));
    }, lookEveryMs);
    return () => clearInterval(look);
  }, []);
  return (
    <div className="overflow-clip">
      <div style={{ translate: `${x}px ${y}px` }}>{children}</div>
    </div>
  );
}
