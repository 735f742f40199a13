"use client";

import { type ReactNode, useState } from "react";
import { Button, type ButtonProps } from "./button";

interface RetryButtonProps extends Omit<ButtonProps, "onClick" | "children"> {
  /** Settles once it has been tried. */
  onRetry(): Promise<unknown>;
  children?: ReactNode;
}

/** Tries again what did not work, and says so until it is known whether it does now. */
export function RetryButton({ onRetry, children = "Try again", ...button }: RetryButtonProps) {
  const [isTrying, setTrying] = useState(false);
  async function retry(): Promise<void> {
    setTrying(true);
    await onRetry().finally(() => setTrying(false));
  }
  return (
    <Button
      size="large"
      {...button}
      aria-disabled={isTrying}
      onClick={isTrying ? undefined : () => void retry()}
    >
      {isTrying ? "Trying…" : children}
    </Button>
  );
}
