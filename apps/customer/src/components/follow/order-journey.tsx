"use client";

import { useApi } from "@serverlesspresso/client/client-context";
import { journeyQuery } from "@serverlesspresso/client/queries";
import type { JourneyStep, Order } from "@serverlesspresso/contracts/order";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";

const time = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit" });

/** Everything that happened to the order, with times, for who wants to know. */
export function OrderJourney({ order }: { order: Order }) {
  const [open, setOpen] = useState(false);
  const { data: journey, refetch } = useQuery({ ...journeyQuery(useApi(), order.id), enabled: open });
  const told = journey?.steps.at(-1)?.version;

  useEffect(() => {
    if (open && told !== undefined && told < order.version) void refetch();
  }, [open, told, order.version, refetch]);

  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="min-h-11 cursor-pointer py-2.5 font-semibold">Every step, with its time</summary>
      {journey && <Timeline steps={journey.steps} />}
    </details>
  );
}

function Timeline({ steps }: { steps: readonly JourneyStep[] }) {
  return (
    <ol className="border-current/30 border-l-2 pl-4">
      {steps.map((step) => (
        <li key={step.version} className="py-1.5">
          <time dateTime={step.at} className="mr-3 text-note tabular-nums opacity-80">
            {time.format(new Date(step.at))}
          </time>
          {step.message}
        </li>
      ))}
    </ol>
  );
}
