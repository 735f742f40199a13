import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";

interface UnfoldProps {
  /** The line that is always seen. */
  readonly summary: ComponentChildren;
  readonly isOpen?: boolean;
  /** Made only while it is unfolded. */
  readonly children: () => ComponentChildren;
}

/** A line that unfolds. */
export function Unfold({ summary, isOpen = false, children }: UnfoldProps) {
  const [open, setOpen] = useState(isOpen);
  return (
    <details class="row" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{summary}</summary>
      {open && <div class="row-body">{children()}</div>}
    </details>
  );
}
