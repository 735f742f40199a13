import { scaleLinear } from "@visx/scale";
import { Bar } from "@visx/shape";
import type { ReactNode } from "react";
import type { FigureRow } from "./day-rows";
import { waitText } from "./wait-text";

interface BarRowsProps {
  rows: readonly FigureRow[];
  summary: string;
  /** Stands before the name. */
  picture?(id: string): ReactNode;
}

/** Rows with a bar each, as long as its count. */
export function BarRows({ rows, summary, picture }: BarRowsProps) {
  const most = Math.max(1, ...rows.map(({ orders }) => orders));
  const length = scaleLinear({ domain: [0, most], range: [0, 100] });
  return (
    <div role="img" aria-label={summary} className="grid gap-3">
      {rows.map(({ id, name, orders, wait }) => (
        <div key={id} className="flex items-end gap-3">
          {picture && <div className="flex h-11 w-11 shrink-0 items-end justify-center">{picture(id)}</div>}
          <div className="min-w-0 flex-1">
            <div className="flex flex-wrap items-baseline justify-between gap-x-3">
              <span className="wrap-anywhere">{name}</span>
              {wait && (
                <span className="text-note text-soft tabular-nums">
                  {waitText(wait.p50Seconds)} · {waitText(wait.p90Seconds)}
                </span>
              )}
            </div>
            <svg
              viewBox="0 0 100 1"
              preserveAspectRatio="none"
              aria-hidden="true"
              className="mt-1 block h-2.5 w-full"
            >
              <Bar width={100} height={1} className="fill-hairline/50" />
              <Bar width={length(orders)} height={1} className="fill-copper" />
            </svg>
          </div>
          <span className="numerals w-12 shrink-0 text-right text-lead">{orders}</span>
        </div>
      ))}
    </div>
  );
}
