import { z } from "zod";
import type { Stack } from "./stack";

/** As `packages/local` takes it: which calls or deliveries are struck, and how. */
export interface MachineFault {
  service: string;
  operation?: string;
  mode: string;
  share?: number;
  count?: number;
  after?: number;
  seconds?: number;
  containing?: string;
  caller?: string;
}

const Report = z.object({ faults: z.array(z.looseObject({ injected: z.number() })) });

/** Sets faults in place of all others; the stack was started with `--faults`. None ends them. */
export async function setFaults(stack: Stack, faults: readonly MachineFault[] = [], seed = 1): Promise<void> {
  const body = JSON.stringify({ seed, faults });
  const headers = { "content-type": "application/json" };
  const answer = await fetch(`${stack.awsUrl}/_local/faults`, { method: "POST", headers, body });
  if (!answer.ok) throw new Error(`the faults were not taken: ${await answer.text()}`);
}

/** How often each of the faults that are set has struck, in their order. */
export async function struckBy(stack: Stack): Promise<number[]> {
  const answer = await fetch(`${stack.awsUrl}/_local/faults`);
  return Report.parse(await answer.json()).faults.map(({ injected }) => injected);
}
