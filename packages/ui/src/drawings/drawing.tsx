import type { ReactNode } from "react";
import { canvas, counter } from "../cup-geometry";

export interface DrawingProps {
  /** Gives its size; the counter is the line below it. */
  className?: string;
}

/** A drawing beside the cups: their line, their canvas, their counter. */
export function Drawing({ className, children }: DrawingProps & { children: ReactNode }) {
  return (
    <svg viewBox={`0 0 ${canvas} ${counter}`} aria-hidden="true" className={className}>
      <g
        fill="var(--color-cup-wall)"
        stroke="var(--color-cup-edge)"
        strokeWidth="1.6"
        strokeLinejoin="round"
        strokeLinecap="round"
      >
        {children}
      </g>
    </svg>
  );
}
