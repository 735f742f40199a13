"use client";

import { Unplug } from "lucide-react";
import { useEffect, useState } from "react";

interface LiveBadgeProps {
  live: boolean;
  /** When the feed last said anything, in milliseconds of `Date.now()`. */
  lastSeenAt: number | null;
  className?: string;
}

/** "live · 1 s ago" or "reconnecting"; only the change between the two is announced, not every second. */
export function LiveBadge({ live, lastSeenAt, className = "" }: LiveBadgeProps) {
  return (
    <span
      role="status"
      className={`inline-flex items-center gap-2 whitespace-nowrap text-note text-soft ${className}`}
    >
      {live ? (
        <>
          <span aria-hidden className="size-2 rounded-full bg-ink" />
          <span>
            live
            <Age since={lastSeenAt} />
          </span>
        </>
      ) : (
        <>
          <Unplug aria-hidden className="size-4 text-late" />
          <span className="text-late">reconnecting</span>
        </>
      )}
    </span>
  );
}

function Age({ since }: { since: number | null }) {
  const [now, setNow] = useState(() => since ?? 0);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  if (since === null) return null;
  const seconds = Math.max(0, Math.round((now - since) / 1000));
  return <span aria-hidden className="tabular-nums">{` · ${seconds} s ago`}</span>;
}
