import { createHash } from "node:crypto";

/**
 * An id that looks as AWS makes them, the same at every start.
 * @param seed what the id is made of, unique within one machine
 * @param length characters of `a-z0-9`, at most 26
 */
export function stableId(seed: string, length: number): string {
  const digest = createHash("sha256").update(seed).digest("hex");
  return BigInt(`0x${digest}`).toString(36).padStart(50, "0").slice(-length);
}
