import type { ReactNode } from "react";
import type { Claim } from "./ticket-actions";

interface TicketStubProps {
  claim: Claim;
  children: readonly ReactNode[];
}

const notch = "absolute -top-2.25 size-4 rounded-full bg-paper";

/** Half circles that cover the ticket's border, however thick it is. */
const notches = {
  thin: { left: "-left-2.25 border border-edge", right: "-right-2.25 border border-edge" },
  thick: { left: "-left-2.75 border-3 border-copper", right: "-right-2.75 border-3 border-copper" },
} as const;

/** The part of a ticket that is torn off: what can be done. */
export function TicketStub({ claim, children }: TicketStubProps) {
  if (children.length === 0) return <div className="h-4" />;
  const { left, right } = notches[claim === "me" ? "thick" : "thin"];
  return (
    <div className="relative mt-3 border-hairline border-t-2 border-dashed">
      <span aria-hidden className={`${notch} ${left} [clip-path:inset(-1px_-1px_-1px_50%)]`} />
      <span aria-hidden className={`${notch} ${right} [clip-path:inset(-1px_50%_-1px_-1px)]`} />
      <div className="grid grid-cols-[auto_auto] gap-2 p-3">{children}</div>
    </div>
  );
}
