import type { ApiUser } from "./api-user";
import { patiently } from "./patiently";

/** Sends a command to clear up with, as often as it takes; what has ended meanwhile is as good. */
export async function carryOut(staff: ApiUser, path: string): Promise<void> {
  const { status, body } = await patiently(() => staff.call("POST", path));
  if (status !== 200 && status !== 409) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
}
