import { Skeleton } from "@serverlesspresso/ui/skeleton";
import type { ReactNode } from "react";

/** The box below the status: as high in every state of an order, so that the steps stay where they are. */
const box = "flex min-h-20 flex-wrap border-current/20 border-y";

/** A few figures in a row. */
export function Figures({ children }: { children: ReactNode }) {
  return <dl className={`${box} divide-x divide-current/20`}>{children}</dl>;
}

/** A sentence in their place. */
export function InFigures({ children }: { children: ReactNode }) {
  return <p className={`${box} items-center py-3 text-lead`}>{children}</p>;
}

interface FigureProps {
  name: string;
  /** Null while nobody has told it. */
  figure: string | null;
  /** Words, which are no figure. */
  inWords?: boolean;
}

export function Figure({ name, figure, inWords = false }: FigureProps) {
  return (
    <div className="flex-1 py-3 pl-5 first:pl-0">
      <dt className="text-note opacity-80">{name}</dt>
      <dd className={`flow-root min-h-8.5 ${inWords ? "text-body" : "numerals text-title"}`}>
        {figure === null ? (
          <Skeleton className="my-1 h-6.5 w-16" />
        ) : (
          <span key={figure} className="arrive align-top">
            {figure}
          </span>
        )}
      </dd>
    </div>
  );
}
