import type { ReactNode } from "react";
import { Button } from "./button";

interface LeaveButtonProps {
  /** As the dialog's: what was asked for is being carried out. */
  busy: boolean;
  onLeave(): void;
  children?: ReactNode;
}

/** The way out of a question that changes nothing. */
export function LeaveButton({ busy, onLeave, children = "Not now" }: LeaveButtonProps) {
  return (
    <Button variant="outline" size="large" aria-disabled={busy} onClick={busy ? undefined : onLeave}>
      {children}
    </Button>
  );
}
