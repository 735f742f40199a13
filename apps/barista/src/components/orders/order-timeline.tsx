"use client";

import { useApi } from "@serverlesspresso/client/client-context";
import { journeyQuery } from "@serverlesspresso/client/queries";
import { useLastError } from "@serverlesspresso/client/use-last-error";
import type { FoundOrder } from "@serverlesspresso/contracts/found-orders";
import type { JourneyStep } from "@serverlesspresso/contracts/order";
import { isFinal } from "@serverlesspresso/contracts/order-state";
import { RetryButton } from "@serverlesspresso/ui/retry-button";
import { Skeleton } from "@serverlesspresso/ui/skeleton";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { secondsText } from "./clock-text";

const who: Record<JourneyStep["by"], string> = {
  customer: "Customer",
  barista: "Barista",
  clock: "The clock",
  shop: "The shop",
};

const everyMs = 5_000;

interface OrderTimelineProps {
  order: FoundOrder;
  timeZone: string;
}

/** Everything that happened to an order, when, and by whom. */
export function OrderTimeline({ order, timeZone }: OrderTimelineProps) {
  const reading = useQuery({
    ...journeyQuery(useApi(), order.id),
    // Steps there and back leave the order as it was.
    refetchInterval: isFinal(order.state) ? false : everyMs,
  });
  const { data: journey, refetch } = reading;
  const error = useLastError(reading);
  const told = journey?.steps.at(-1)?.state;

  useEffect(() => {
    if (told !== undefined && told !== order.state) void refetch();
  }, [told, order.state, refetch]);

  if (journey) return <Steps steps={journey.steps} timeZone={timeZone} />;
  if (!error) return <StepsOutline />;
  return (
    <p className="flex flex-wrap items-center gap-x-4 text-soft">
      The shop does not answer.
      <RetryButton variant="plain" size="medium" onRetry={refetch}>
        Try now
      </RetryButton>
    </p>
  );
}

function Steps({ steps, timeZone }: { steps: readonly JourneyStep[]; timeZone: string }) {
  return (
    <ol aria-label="Journey" className="ml-1.5 border-hairline border-l-2">
      {steps.map((step) => (
        <li key={step.version} className="relative flex flex-wrap gap-x-5 py-1.5 pl-5">
          <span aria-hidden className="absolute top-3.5 -left-1.25 size-2 rounded-full bg-copper" />
          <time dateTime={step.at} className="w-18 pt-0.5 text-note text-soft tabular-nums">
            {secondsText(step.at, timeZone)}
          </time>
          <span className="min-w-48 flex-1">{step.message}</span>
          <span className="w-24 truncate pt-0.5 text-note text-soft">{step.name ?? who[step.by]}</span>
        </li>
      ))}
    </ol>
  );
}

function StepsOutline() {
  return (
    <div role="status" aria-label="The journey is being fetched" className="grid gap-3 py-1">
      <Skeleton className="h-6 w-80 max-w-full" />
      <Skeleton className="h-6 w-72 max-w-full" />
      <Skeleton className="h-6 w-80 max-w-full" />
    </div>
  );
}
