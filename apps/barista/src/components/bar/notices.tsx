"use client";

import { CircleAlert, X } from "lucide-react";
import { useEffect } from "react";

const shownMs = 8_000;

export interface Notice {
  id: number;
  text: string;
}

interface NoticesProps {
  notices: readonly Notice[];
  onDismiss(id: number): void;
}

/** What had no effect, told aloud and above the tickets for a while. */
export function Notices({ notices, onDismiss }: NoticesProps) {
  return (
    <div
      role="alert"
      className="pointer-events-none fixed inset-x-4 bottom-4 z-30 flex flex-col items-center gap-2"
    >
      {notices.map((notice) => (
        <NoticeRow key={notice.id} notice={notice} onDismiss={onDismiss} />
      ))}
    </div>
  );
}

interface NoticeRowProps {
  notice: Notice;
  onDismiss(id: number): void;
}

function NoticeRow({ notice, onDismiss }: NoticeRowProps) {
  const { id, text } = notice;
  useEffect(() => {
    const timer = setTimeout(() => onDismiss(id), shownMs);
    return () => clearTimeout(timer);
  }, [id, onDismiss]);
  return (
    <div className="ticket-comes pointer-events-auto flex items-center gap-3 rounded-edge border border-late bg-enamel py-1 pr-1 pl-4 font-semibold text-lead">
      <CircleAlert aria-hidden className="size-6 shrink-0 text-late" />
      <p>{text}</p>
      <button
        type="button"
        aria-label="Close this notice"
        onClick={() => onDismiss(id)}
        className="grid size-11 shrink-0 place-items-center rounded-edge"
      >
        <X aria-hidden className="size-5" />
      </button>
    </div>
  );
}
