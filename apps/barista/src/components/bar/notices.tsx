"use client";

import { CircleAlert, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";

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

const stackId = "notices";

/** Where the notices of all parts of a page stand, the one above the other; once a page. */
export function NoticeStack() {
  return (
    <div
      id={stackId}
      className="pointer-events-none fixed inset-x-4 bottom-4 z-60 flex flex-col items-center"
    />
  );
}

/** What had no effect, told aloud and above everything, one after the other. */
export function Notices({ notices, onDismiss }: NoticesProps) {
  const [stack, setStack] = useState<HTMLElement | null>(null);
  useEffect(() => setStack(document.getElementById(stackId)), []);
  const [first, ...further] = notices;
  if (stack === null) return null;
  return createPortal(
    // Told while a dialog is open, too, which hides from a screen reader all but what says that it is live.
    <div role="alert" aria-live="assertive">
      {first && <NoticeRow notice={first} further={further.length} onDismiss={onDismiss} />}
    </div>,
    stack,
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
    <div className="ticket-comes pointer-events-auto mt-2 flex items-center gap-3 rounded-edge border border-late bg-enamel py-1 pr-1 pl-4 font-semibold text-lead">
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
