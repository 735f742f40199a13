interface SpiltCupProps {
  className?: string;
  /** Ends at the counter, which somebody else draws below it. */
  standing?: boolean;
}

/** A cup on its side and what was in it. */
export function SpiltCup({ className, standing = false }: SpiltCupProps) {
  return (
    <svg viewBox={`0 0 256 ${standing ? 104 : 112}`} aria-hidden="true" className={className}>
      <path
        d="M92 97c24-9 52-6 70-9 16-3 30 1 42 4 10 3 22 4 22 8 0 5-52 6-74 6s-64-3-60-9Z"
        fill="var(--color-cup-coffee)"
      />
      <g
        fill="none"
        stroke="var(--color-cup-line)"
        strokeWidth={standing ? 2.6 : 4}
        strokeLinejoin="round"
        strokeLinecap="round"
      >
        <path
          d="M98 34 40 22c-10 10-16 24-16 38 0 15 8 28 20 36l58 2c6-20 4-45-4-64Z"
          fill="var(--color-cup-wall)"
        />
        <path d="M98 34c9 18 10 45 4 64-7-1-13-15-13-33 0-15 4-28 9-31Z" fill="var(--color-cup-espresso)" />
        <path d="M62 26c-2-14 6-22 16-20s12 12 6 24" />
        {!standing && <path d="M8 106h240" />}
      </g>
    </svg>
  );
}
