"use client";

import { useWakeLock } from "@serverlesspresso/ui/use-wake-lock";
import { type ReactNode, useEffect, useState } from "react";
import { type Shift, shiftAt } from "./shift";

const lookEveryMs = 5_000;

/** What hangs on the wall for a week: awake, and every minute a little beside where it was. */
export function Wall({ children }: { children: ReactNode }) {
  // Nothing at first: a style that is in the page as it was built is refused by its policy.
  const [shift, setShift] = useState<Shift | null>(null);
  useWakeLock();
  useEffect(() => {
    const look = setInterval(() => {
      const unit = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      const next = shiftAt(Date.now(), unit);
      setShift((before) => (before?.x === next.x && before.y === next.y ? before : next));
    }, lookEveryMs);
    return () => clearInterval(look);
  }, []);
  return (
    <div className="overflow-clip">
      <div style={shift ? { translate: `${shift.x}px ${shift.y}px` } : undefined}>{children}</div>
    </div>
  );
}
