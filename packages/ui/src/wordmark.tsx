interface WordmarkProps {
  className?: string;
}

/** The product's name with its mark: an espresso cup, cut open. Takes the colour and size of the text around it. */
export function Wordmark({ className = "" }: WordmarkProps) {
  return (
    <span
      className={`inline-flex items-center gap-[0.4em] font-bold font-display tracking-tight ${className}`}
    >
      <svg viewBox="0 0 32 32" aria-hidden="true" className="size-[1.35em] shrink-0">
        <path
          d="M4 7h19v7a9 9 0 0 1-4.4 7.7c-1.5.9-3.2 1.3-5.1 1.3s-3.6-.4-5.1-1.3A9 9 0 0 1 4 14Z"
          fill="none"
          stroke="currentColor"
          strokeWidth="2.6"
          strokeLinejoin="round"
        />
        <path d="M23 9h2a4 4 0 0 1 0 8h-2.4" fill="none" stroke="currentColor" strokeWidth="2.6" />
        <path d="M6.5 13h14v1a6.8 6.8 0 0 1-7 6.700A6.8 6.8 0 0 1 6.5 14Z" fill="var(--color-copper)" />
        <path d="M3 27.5h21" stroke="currentColor" strokeWidth="2.6" strokeLinecap="round" />
      </svg>
      <span>Serverlesspresso</span>
    </span>
  );
}
