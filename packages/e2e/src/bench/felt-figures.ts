import type { Felt } from "./felt-events";
import { percentile } from "./statistics";

/** Interaction to next paint: the worst of the interactions, each as long as its longest event. */
export function inp(felt: readonly Felt[]): number {
  return percentile(
    interactions(felt).map(({ duration }) => duration),
    1,
  );
}

/** Every interaction, told by its longest event. */
export function interactions(felt: readonly Felt[]) {
  const longest = new Map<number, Felt & { kind: "event" }>();
  for (const event of felt) {
    if (event.kind !== "event") continue;
    const known = longest.get(event.interaction);
    if (known === undefined || known.duration < event.duration) longest.set(event.interaction, event);
  }
  return [...longest.values()];
}

/** How long each task took that blocked the page for more than 50 ms. */
export function longTasks(felt: readonly Felt[]): number[] {
  return felt.flatMap((each) => (each.kind === "task" ? each.duration : []));
}

/** The slowest interactions in words, the worst first; `most` of them. */
export function tellSlowest(felt: readonly Felt[], most = 12): string[] {
  const sorted = interactions(felt).sort((a, b) => b.duration - a.duration);
  return sorted.slice(0, most).map(({ step, name, target, duration, delay, work }) => {
    const parts = `${Math.round(delay)} before, ${Math.round(work)} handling, rest painting`;
    return `${String(duration).padStart(4)} ms  ${step}: ${name} on ${target} (${parts})`;
  });
}
