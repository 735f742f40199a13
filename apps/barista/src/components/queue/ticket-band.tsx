"use client";

import { useServerNow } from "@serverlesspresso/client/use-server-now";
import type { ShopLimits } from "@serverlesspresso/contracts/shop";
import { AlarmClock, Clock, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { type AgeLevel, ageOf, secondsSince } from "./age";

const looks: Record<AgeLevel, { icon: typeof Clock; band: string }> = {
  fresh: { icon: Clock, band: "border-hairline text-soft" },
  ageing: { icon: AlarmClock, band: "border-ageing bg-ageing text-on-accent" },
  late: { icon: TriangleAlert, band: "border-late bg-late text-on-accent" },
};

interface TicketBandProps {
  /** Since when the ticket waits, ISO. */
  since: string | null;
  limits: ShopLimits;
  /** The feed is silent: the age is not to be relied on. */
  stale: boolean;
  children?: ReactNode;
}

/** The band along a ticket's head: its age as a clock, an icon, a word and a colour. */
export function TicketBand({ since, limits, stale, children }: TicketBandProps) {
  const now = useServerNow();
  const age = ageOf(secondsSince(since, now), limits);
  const { icon: Icon, band } = looks[age.level];
  const greyed = "border-hairline text-soft";
  return (
    <div
      data-age={age.level}
      className={`flex min-h-10 items-center gap-2 rounded-t-edge border-b pr-1 pl-4 font-semibold transition-colors ${stale ? greyed : band}`}
    >
      <Icon aria-hidden className="size-[1.15em] shrink-0" strokeWidth={2.4} />
      {/* Of a size of its own, so that a second that changes sixty of them lays out nothing else. */}
      <span className="h-lh flex-1 whitespace-nowrap tabular-nums contain-strict">
        {stale ? `${age.clock} or more` : age.words}
      </span>
      {children}
    </div>
  );
}
