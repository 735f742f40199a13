import type { Verdict } from "./verdict";

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
const seconds = (value: number) => `${Math.round(value)} s`;

/** A verdict in a few lines for people. */
export function describeVerdict(verdict: Verdict): string {
  const endings = Object.entries(verdict.endings).map(([ending, count]) => `${count} ${ending}`);
  return [
    `${verdict.visits} visits: ${endings.join(", ")}`,
    `${verdict.ready} drinks ready, wait ${seconds(verdict.waitP50)} (p50), ${seconds(verdict.waitP90)} (p90)`,
    `${verdict.told} were told a range: ${percent(verdict.covered)} ready by its upper end, ` +
      `${percent(verdict.early)} before its lower one`,
    `its median width is ${percent(verdict.width)} of the median wait (order by order ${percent(verdict.widthEach)})`,
  ].join("\n");
}
