/** The key that chooses a ticket, where it hangs from the rail. */
export function KeyCap({ label }: { label: string }) {
  return (
    <span
      aria-hidden
      className="absolute inset-x-0 -top-3.5 z-10 mx-auto w-fit grid h-7 min-w-7 place-items-center rounded-edge border border-ink bg-paper px-1 font-bold text-ink text-note"
    >
      {label}
    </span>
  );
}
