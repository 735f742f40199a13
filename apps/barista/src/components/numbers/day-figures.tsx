import type { DayStats } from "@serverlesspresso/contracts/stats";
import { spokenWait, waitText } from "./wait-text";

interface BigFigureProps {
  name: string;
  value: string;
  /** What is read aloud in the value's place. */
  spoken?: string;
  note?: string;
}

/** The day at a glance, to be read from across the bar. */
export function DayFigures({ stats }: { stats: DayStats }) {
  const { open, ordered, wait, endings } = stats;
  const ended = endings.reduce((sum, { count }) => sum + count, 0);
  const p50 = wait?.p50Seconds ?? null;
  const p90 = wait?.p90Seconds ?? null;
  return (
    <dl className="flex flex-wrap gap-px border-hairline border-y bg-hairline">
      {open !== null && <BigFigure name="Open now" value={String(open)} />}
      <BigFigure
        name="Ordered"
        value={String(ordered)}
        note={wait ? `${wait.count} made ready` : undefined}
      />
      <BigFigure
        name="Half waited at most"
        value={waitText(p50)}
        spoken={spokenWait(p50)}
        note="min:s until ready"
      />
      <BigFigure
        name="Nine of ten at most"
        value={waitText(p90)}
        spoken={spokenWait(p90)}
        note="min:s until ready"
      />
      <BigFigure name="Without a drink" value={String(ended)} note="called off, refused or too late" />
    </dl>
  );
}

function BigFigure({ name, value, spoken, note }: BigFigureProps) {
  return (
    <div className="min-w-40 flex-1 bg-paper px-4 py-4 md:px-6">
      <dt className="font-semibold text-note text-soft">{name}</dt>
      <dd className="numerals mt-2 text-number">
        {spoken === undefined ? (
          value
        ) : (
          <>
            <span aria-hidden>{value}</span>
            <span className="sr-only">{spoken}</span>
          </>
        )}
      </dd>
      {note !== undefined && <dd className="mt-1 text-note text-soft">{note}</dd>}
    </div>
  );
}
