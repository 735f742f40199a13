"use client";

import { Unplug } from "lucide-react";
import { useEffect, useState } from "react";

interface LiveBadgeProps {
  live: boolean;
  /** When the feed last said anything, in milliseconds of `Date.now()`. */
  lastSeenAt: number | null;
  /** On a coloured ground everything takes the colour of the text around it. */
  onColour?: boolean;
  className?: string;
}

/** "live · 1 s ago" or "reconnecting"; only the change between the two is announced, not every second. */
export function LiveBadge({ live, lastSeenAt, onColour = false, className = "" }: LiveBadgeProps) {
  return (
    <span
      role="status"
      className={`inline-flex items-center gap-1.5 whitespace-nowrap text-note ${onColour ? "" : "text-soft"} ${className}`}
    >
      {live ? (
        <>
          <span aria-hidden className="size-[0.57em] rounded-full bg-current" />
          <span>
            live
            <Age since={lastSeenAt} />
          </span>
        </>
      ) : (
        <>
          <Unplug aria-hidden className={`size-[1.15em] ${onColour ? "" : "text-late"}`} />
          <span className={onColour ? "" : "text-late"}>reconnecting</span>
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
