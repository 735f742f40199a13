import { log } from "../log";
import type { Swept } from "./sweep";

/** Where CloudWatch finds the counts, for the alarm. */
export const sweeperMetrics = {
  namespace: "Serverlesspresso",
  names: ["followUps", "timedOut", "leases", "failures"],
} as const satisfies { namespace: string; names: readonly (keyof Swept)[] };

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
          Metrics: sweeperMetrics.names.map((Name) => ({ Name, Unit: "Count" })),
        },
      ],
    },
  });
  if (swept.failures > 0) throw new Error(`${swept.failures} things could not be swept.`);
}
