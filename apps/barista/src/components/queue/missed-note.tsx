import { History, X } from "lucide-react";
import { useEffect } from "react";

const shownMs = 20_000;

interface MissedNoteProps {
  /** "3 new, 1 taken by Ben"; null while there is nothing to tell. */
  missed: string | null;
  onRead(): void;
}

/** What changed while the connection was away: told once, aloud, and there for a while. */
export function MissedNote({ missed, onRead }: MissedNoteProps) {
  useEffect(() => {
    if (!missed) return;
    const timer = setTimeout(onRead, shownMs);
    return () => clearTimeout(timer);
  }, [missed, onRead]);
  return (
    <div role="status" className="empty:hidden">
      {missed && (
        <div className="mx-4 mt-4 md:ml-6 flex items-center gap-3 rounded-edge border border-hairline bg-enamel py-1 pr-1 pl-4">
          <History aria-hidden className="size-5 shrink-0" />
          <p className="flex-1">
            <span className="font-semibold">While the connection was away:</span> {missed}.
          </p>
          <button
            type="button"
            aria-label="Close this notice"
            onClick={onRead}
            className="grid size-11 shrink-0 place-items-center rounded-edge"
          >
            <X aria-hidden className="size-5" />
          </button>
        </div>
      )}
    </div>
  );
}
