"use client";

import { Menu as Base } from "@base-ui/react/menu";
import type { ReactNode } from "react";

interface MenuProps {
  /** What the button is called; it shows `icon`. */
  label: string;
  icon: ReactNode;
  /** Stands above the choices, for example who is signed in. */
  heading?: ReactNode;
  /** `MenuItem`s */
  children: ReactNode;
}

/** A button that opens a few choices: arrow keys and Escape come with it. */
export function Menu({ label, icon, heading, children }: MenuProps) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger
        aria-label={label}
        title={label}
        className="grid size-11 place-items-center rounded-edge text-soft hover:text-ink data-[popup-open]:text-ink"
      >
        {icon}
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner align="end" sideOffset={4} collisionPadding={8} className="z-40">
          <Base.Popup className="max-w-[calc(100vw-1rem)] rounded-edge border border-ink bg-enamel p-2 text-ink transition-[opacity,transform] data-[ending-style]:-translate-y-1 data-[starting-style]:-translate-y-1 data-[ending-style]:opacity-0 data-[starting-style]:opacity-0">
            {heading && (
              <div className="mb-2 border-hairline border-b px-3 pt-1 pb-3 text-note text-soft">
                {heading}
              </div>
            )}
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

interface MenuItemProps {
  onClick(): void;
  children: ReactNode;
}

export function MenuItem({ onClick, children }: MenuItemProps) {
  return (
    <Base.Item
      onClick={onClick}
      className="flex min-h-11 cursor-pointer select-none items-center gap-3 rounded-edge px-3 font-semibold data-[highlighted]:bg-hairline"
    >
      {children}
    </Base.Item>
  );
}
