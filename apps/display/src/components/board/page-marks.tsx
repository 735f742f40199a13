interface PageMarksProps {
  index: number;
  count: number;
  /** How many stand on the other pages. */
  more: number;
  /** In the display's unit. */
  height: number;
}

/** Which page of the board this is, and how many orders stand on the others. */
export function PageMarks({ index, count, more, height }: PageMarksProps) {
  const pages = Array.from({ length: count }, (_, page) => page);
  return (
    <p className="flex shrink-0 items-end gap-4" style={{ height: `${height}rem` }}>
      <span className="numerals text-title">+{more}</span>
      <span aria-hidden className="flex gap-2 pb-3">
        {pages.map((page) => (
          <span key={page} className={`h-2 w-8 rounded-full ${page === index ? "bg-ink" : "bg-hairline"}`} />
        ))}
      </span>
    </p>
  );
}
