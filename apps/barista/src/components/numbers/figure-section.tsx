"use client";

import { ChartColumn, Table2 } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { FigureTable, type FigureTableProps } from "./figure-table";

interface FigureSectionProps extends FigureTableProps {
  title: string;
  /** What the marks of the chart mean. */
  legend?: ReactNode;
  /** The chart. */
  children: ReactNode;
  className?: string;
}

/** One chart with its table: the same figures, whichever is looked at. */
export function FigureSection({ title, legend, children, className = "", ...table }: FigureSectionProps) {
  const id = useId();
  const [asTable, setAsTable] = useState(false);
  return (
    <section aria-labelledby={id} className={className}>
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <h2 id={id} className="font-bold text-lead">
          {title}
        </h2>
        <button
          type="button"
          aria-label={asTable ? `${title}: show the chart` : `${title}: show the table`}
          onClick={() => setAsTable(!asTable)}
          className="-mr-2 inline-flex min-h-11 items-center gap-2 rounded-edge px-2 font-semibold text-note text-soft hover:text-ink"
        >
          {asTable ? (
            <ChartColumn aria-hidden className="size-5" />
          ) : (
            <Table2 aria-hidden className="size-5" />
          )}
          {asTable ? "Chart" : "Table"}
        </button>
      </div>
      {asTable ? (
        <FigureTable {...table} />
      ) : (
        <>
          {legend}
          {children}
        </>
      )}
    </section>
  );
}
