"use client";

import { type ReactNode, type RefObject, useEffect, useId, useRef, useState } from "react";

interface Action {
  name: string;
  icon: ReactNode;
  act(): void;
}

interface ActionMenuProps {
  /** What the button is called; it shows `icon`. */
  label: string;
  icon: ReactNode;
  /** Stands above the actions, for example who is signed in. */
  heading?: ReactNode;
  actions: readonly Action[];
}

/** A button that unfolds a few others below it, in the order of the tab key; Escape folds them up. */
export function ActionMenu({ label, icon, heading, actions }: ActionMenuProps) {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  useFoldUp(open, box, (pressed) => {
    setOpen(false);
    if (pressed) button.current?.focus();
  });

  function choose({ act }: Action): void {
    setOpen(false);
    button.current?.focus();
    act();
  }

  return (
    <div ref={box} className="relative">
      <button
        ref={button}
        type="button"
        aria-label={label}
        aria-expanded={open}
        aria-controls={id}
        title={label}
        onClick={() => setOpen(!open)}
        className="grid size-11 place-items-center rounded-edge text-soft hover:text-ink aria-expanded:text-ink"
      >
        {icon}
      </button>
      <div
        id={id}
        hidden={!open}
        className="absolute top-full right-0 z-40 mt-1 w-max max-w-[calc(100vw-2rem)] rounded-edge border border-ink bg-enamel p-2"
      >
        {heading && (
          <div className="mb-2 border-hairline border-b px-3 pt-1 pb-3 text-note text-soft">{heading}</div>
        )}
        {actions.map((action) => (
          <button
            key={action.name}
            type="button"
            onClick={() => choose(action)}
            className="flex min-h-11 w-full items-center gap-3 rounded-edge px-3 text-left font-semibold hover:bg-hairline"
          >
            {action.icon}
            {action.name}
          </button>
        ))}
      </div>
    </div>
  );
}

/** Calls back on Escape (`pressed`), and when finger or focus go elsewhere. */
function useFoldUp(
  open: boolean,
  box: RefObject<HTMLElement | null>,
  foldUp: (pressed: boolean) => void,
): void {
  const latest = useRef(foldUp);
  useEffect(() => {
    latest.current = foldUp;
  });
  useEffect(() => {
    if (!open) return;
    const onElsewhere = ({ target }: Event) => {
      if (target instanceof Node && !box.current?.contains(target)) latest.current(false);
    };
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === "Escape") latest.current(true);
    };
    document.addEventListener("pointerdown", onElsewhere);
    document.addEventListener("focusin", onElsewhere);
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("pointerdown", onElsewhere);
      document.removeEventListener("focusin", onElsewhere);
      document.removeEventListener("keydown", onKey);
    };
  }, [open, box]);
}
