import type { WaitEstimate } from "@serverlesspresso/contracts/shop";

/** What is left of a wait that was told some seconds ago. */
export function waitLeft({ fromSeconds, toSeconds }: WaitEstimate, agoSeconds: number): WaitEstimate {
  const left = (seconds: number) => Math.max(0, seconds - agoSeconds);
  return { fromSeconds: left(fromSeconds), toSeconds: left(toSeconds) };
}

/** A wait as figures: "4–7 min", "1–2 min", "1 min"; "soon" when it should be over. */
export function waitFigures({ fromSeconds, toSeconds }: WaitEstimate): string {
  const to = Math.ceil(toSeconds / 60);
  const from = Math.max(1, Math.floor(fromSeconds / 60));
  if (to === 0) return "soon";
  return from >= to ? `${to} min` : `${from}–${to} min`;
}

/** The same to be read out. */
export function waitWords({ fromSeconds, toSeconds }: WaitEstimate): string {
  const to = Math.ceil(toSeconds / 60);
  const from = Math.max(1, Math.floor(fromSeconds / 60));
  if (to === 0) return "It should not take long now.";
  if (from >= to) return `About ${to} ${to === 1 ? "minute" : "minutes"} to go.`;
  return `${from} to ${to} minutes to go.`;
}

/** How many are before somebody, to be read out. */
export function aheadWords(ahead: number): string {
  if (ahead === 0) return "Nobody is before you.";
  return ahead === 1 ? "One order is before yours." : `${ahead} orders are before yours.`;
}

/** How long something took between two instants, as a figure of whole minutes. */
export function tookFigures(from: string, to: string): string {
  return `${Math.max(1, Math.round((Date.parse(to) - Date.parse(from)) / 60_000))} min`;
}
