"use client";

import { useApi } from "@serverlesspresso/client/client-context";
import { journeyQuery } from "@serverlesspresso/client/queries";
import type { JourneyStep, Order } from "@serverlesspresso/contracts/order";
import { Skeleton } from "@serverlesspresso/ui/skeleton";
import { useQuery } from "@tanstack/react-query";
import { ChevronDown } from "lucide-react";
import { useEffect, useState } from "react";
import { secondsText } from "../page/clock-text";

interface OrderJourneyProps {
  order: Order;
  /** The shop's, once it is known. */
  timeZone: string | undefined;
}

/** Everything that happened to the order, with times, for who wants to know. */
export function OrderJourney({ order, timeZone }: OrderJourneyProps) {
  const [open, setOpen] = useState(false);
  const {
    data: journey,
    isError,
    refetch,
  } = useQuery({ ...journeyQuery(useApi(), order.id), enabled: open });
  const told = journey?.steps.at(-1)?.version;

  useEffect(() => {
    if (open && told !== undefined && told < order.version) void refetch();
  }, [open, told, order.version, refetch]);

  return (
    <details className="group" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="flex min-h-12 cursor-pointer list-none items-center justify-between border-current/20 border-y font-semibold [&::-webkit-details-marker]:hidden">
        Every step, with its time
        <ChevronDown
          aria-hidden
          className="size-5 shrink-0 transition-transform group-open:rotate-180 motion-reduce:transition-none"
        />
      </summary>
      {journey && <Timeline steps={journey.steps} timeZone={timeZone} />}
      {open && !journey && !isError && <Skeleton className="mt-3 h-24" />}
      {!journey && isError && <p className="text-soft">It cannot be read just now.</p>}
    </details>
  );
}

interface TimelineProps extends Pick<OrderJourneyProps, "timeZone"> {
  steps: readonly JourneyStep[];
}

function Timeline({ steps, timeZone }: TimelineProps) {
  return (
    <ol className="mt-3 ml-1.5 border-current/30 border-l-2">
      {steps.map((step) => (
        <li key={step.version} className="relative flex gap-4 py-1.5 pl-5">
          <span aria-hidden className="absolute top-3.5 -left-[5px] size-2 rounded-full bg-current" />
          <time dateTime={step.at} className="pt-0.5 text-note tabular-nums opacity-80">
            {secondsText(step.at, timeZone)}
          </time>
          <span>{step.message}</span>
        </li>
      ))}
    </ol>
  );
}
