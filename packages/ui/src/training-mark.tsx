/** Along the top of every page of a shop in which people practise; large where it is read from afar. */
export function TrainingMark({ large = false }: { large?: boolean }) {
  return (
    <aside
      aria-label="This shop"
      className="training-tape pointer-events-none fixed inset-x-0 top-0 z-50 flex h-1.5 justify-center"
    >
      <p
        className={`h-fit rounded-b-edge bg-copper px-3 pb-0.5 font-semibold text-on-accent ${large ? "text-title" : "text-note"}`}
      >
        Training
      </p>
    </aside>
  );
}
