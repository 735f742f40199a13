import { log } from "../log";
import type { Swept } from "./sweep";

/** Where CloudWatch finds the counts and the greatest age, for the alarms. */
export const sweeperMetrics = {
  namespace: "Serverlesspresso",
  units: {
    followUps: "Count",
    timedOut: "Count",
    leases: "Count",
    failures: "Count",
    oldestSeconds: "Seconds",
  },
} as const satisfies { namespace: string; units: Record<keyof Swept, "Count" | "Seconds"> };

/**
 * Writes the counts as metrics in CloudWatch's embedded metric format. Throws if something could not be
 * finished, so that the function's errors show it; the next run tries it again.
 */
export function reportSwept(swept: Swept, at: number): void {
  log("info", "swept", {
    ...swept,
    _aws: {
      Timestamp: at,
      CloudWatchMetrics: [
        {
          Namespace: sweeperMetrics.namespace,
          Dimensions: [[]],
          Metrics: Object.entries(sweeperMetrics.units).map(([Name, Unit]) => ({ Name, Unit })),
        },
      ],
    },
  });
  if (swept.failures > 0) throw new Error(`${swept.failures} things could not be swept.`);
}
