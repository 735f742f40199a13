import * as z from "zod/mini";
import { readJson } from "./call";

const Inbox = z.array(z.object({ to: z.string(), code: z.string(), at: z.number() }));
export type SentCode = z.infer<typeof Inbox>[number];

/** The last sign-in codes, newest first. */
export function readInbox(): Promise<SentCode[]> {
  return readJson(Inbox, "/_local/inbox");
}

/** The machine's own time, which tests and simulations move ahead; ms since the epoch. */
export async function machineNow(): Promise<number> {
  return (await readJson(z.object({ now: z.number() }), "/_local/clock")).now;
}
