import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** One run of a function for an execution, at a time in real ms since the epoch. */
export interface Effect {
  readonly at: number;
  readonly execution: string;
}

/** The runs of a function by order, as it wrote them down itself. */
export function readEffects(folder: string, functionName: string): Map<string, Effect[]> {
  const effects = new Map<string, Effect[]>();
  const file = join(folder, functionName);
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  for (const line of text.split("\n").filter(Boolean)) {
    const [order = "", at, execution = ""] = line.split(" ");
    effects.set(order, [...(effects.get(order) ?? []), { at: Number(at), execution }]);
  }
  return effects;
}
