/** The key that chooses a ticket, at its corner. */
export function KeyCap({ label }: { label: string }) {
  return (
    <span
      aria-hidden
      className="absolute -top-2 -left-2 z-10 grid h-7 min-w-7 place-items-center rounded-edge border border-ink bg-paper px-1 font-bold text-ink text-note"
    >
      {label}
    </span>
  );
}
