"use client";

import { CircleAlert, X } from "lucide-react";
import { useEffect, useRef } from "react";

const shownMs = 8_000;

export interface Notice {
  id: string;
  text: string;
  /** Until it is closed: whom it is for may be looking elsewhere. */
  stays?: boolean;
}

interface NoticesProps {
  notices: readonly Notice[];
  onDismiss(id: string): void;
}

/** What had no effect, told aloud and above everything, one after the other. */
export function Notices({ notices, onDismiss }: NoticesProps) {
  const [first, ...further] = notices;
  return (
    <div role="alert" className="pointer-events-none fixed inset-x-4 bottom-4 z-30 flex justify-center">
      {first && <NoticeRow notice={first} further={further.length} onDismiss={onDismiss} />}
    </div>
  );
}

interface NoticeRowProps {
  notice: Notice;
  /** How many wait behind it. */
  further: number;
  onDismiss(id: string): void;
}

function NoticeRow({ notice: { id, text, stays }, further, onDismiss }: NoticeRowProps) {
  const dismiss = useRef(onDismiss);
  useEffect(() => {
    dismiss.current = onDismiss;
  });
  useEffect(() => {
    if (stays) return;
    const timer = setTimeout(() => dismiss.current(id), shownMs);
    return () => clearTimeout(timer);
  }, [id, stays]);
  return (
    // The button stays where it is from one notice to the next, and the focus on it.
    <div className="ticket-comes pointer-events-auto flex items-center gap-3 rounded-edge border border-late bg-enamel py-1 pr-1 pl-4 font-semibold text-lead">
      <CircleAlert aria-hidden className="size-6 shrink-0 text-late" />
      <p key={id} className="arrive wrap-anywhere min-w-0">
        {text}
      </p>
      {further > 0 && <p className="whitespace-nowrap text-note text-soft">{`${further} more`}</p>}
      <button
        type="button"
        aria-label={further > 0 ? "Next notice" : "Close this notice"}
        onClick={() => onDismiss(id)}
        className="grid size-11 shrink-0 place-items-center rounded-edge"
      >
        <X aria-hidden className="size-5" />
      </button>
    </div>
  );
}
