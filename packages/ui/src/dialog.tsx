"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import type { ReactNode } from "react";

interface DialogProps {
  open: boolean;
  onOpenChange(open: boolean): void;
  title: string;
  description?: ReactNode;
  /** What was asked for is being carried out: it stays meanwhile. */
  busy?: boolean;
  /** Drawn with the page, hidden: the tap that asks has only to show it. */
  ahead?: boolean;
  /** What can be chosen, and the buttons. */
  children: ReactNode;
}

/** A question above the page: keeps the focus, closes on Escape and gives the focus back. */
export function Dialog(props: DialogProps) {
  const { open, onOpenChange, title, description, busy = false, ahead = false, children } = props;
  return (
    <Base.Root open={open} onOpenChange={(next) => (next || !busy) && onOpenChange(next)}>
      <Base.Portal keepMounted={ahead}>
        <Base.Backdrop className="fixed inset-0 z-40 bg-paper/85 transition-opacity data-[ending-style]:opacity-0 data-[starting-style]:opacity-0" />
        <Base.Popup className="fixed inset-x-4 bottom-4 z-50 mx-auto max-h-[calc(100dvh-2rem)] max-w-md overflow-y-auto rounded-edge border border-ink bg-enamel p-6 text-ink transition-[opacity,transform] data-[ending-style]:translate-y-2 data-[starting-style]:translate-y-2 data-[ending-style]:opacity-0 data-[starting-style]:opacity-0 sm:inset-y-0 sm:my-auto sm:h-fit">
          <Base.Title className="font-bold text-title">{title}</Base.Title>
          {description && <Base.Description className="mt-2 text-soft">{description}</Base.Description>}
          <div className="mt-6">{children}</div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
