import { setTimeout as wait } from "node:timers/promises";
import type { ApiUser } from "./api-user";

/** Sends a command to clear up with: waits where it is asked too often, and what has ended meanwhile is as good. */
export async function carryOut(staff: ApiUser, path: string): Promise<void> {
  for (;;) {
    const { status, headers, body } = await staff.call("POST", path);
    if (status === 200 || status === 409) return;
    if (status !== 429) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
    await wait(1_000 * Number(headers.get("retry-after") ?? 1));
  }
}
