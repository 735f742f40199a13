"use client";

import { Tabs as Base } from "@base-ui/react/tabs";
import type { ReactNode } from "react";

interface TabsProps<Id extends string> {
  label: string;
  tabs: readonly { id: Id; name: string }[];
  value: Id;
  onChange(id: Id): void;
  /** Beside the tabs. */
  aside?: ReactNode;
  /** What the chosen tab shows. */
  children: ReactNode;
}

/** Several views of one thing: arrow keys go from tab to tab. */
export function Tabs<Id extends string>({ label, tabs, value, onChange, aside, children }: TabsProps<Id>) {
  return (
    <Base.Root
      value={value}
      onValueChange={(next: unknown) => {
        const chosen = tabs.find(({ id }) => id === next);
        if (chosen) onChange(chosen.id);
      }}
      className="flex min-h-0 flex-1 flex-col"
    >
      <div className="flex shrink-0 flex-wrap items-center gap-x-6 border-hairline border-b px-4 md:px-6">
        <Base.List aria-label={label} className="flex gap-1 self-end">
          {tabs.map(({ id, name }) => (
            <Base.Tab
              key={id}
              value={id}
              className="min-h-12 border-transparent border-b-3 px-3 font-semibold text-soft transition-colors hover:text-ink data-[active]:border-copper data-[active]:text-ink"
            >
              {name}
            </Base.Tab>
          ))}
        </Base.List>
        {aside}
      </div>
      <Base.Panel value={value} className="flex min-h-0 flex-1 flex-col outline-none" tabIndex={-1}>
        {children}
      </Base.Panel>
    </Base.Root>
  );
}
