import { createHash } from "node:crypto";

/** The id of the order that one intention begins: a repeat finds it without anything having been kept for that. */
export function orderIdOf(...intention: readonly string[]): string {
  const digest = createHash("sha256").update(JSON.stringify(intention)).digest("hex");
  return [8, 12, 16, 20, 32].map((to, n, all) => digest.slice(all[n - 1] ?? 0, to)).join("-");
}
