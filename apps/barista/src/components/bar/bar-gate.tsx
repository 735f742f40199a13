"use client";

import type { ReactNode } from "react";
import { BarCommands } from "./bar-commands";
import { NotBehindBar } from "./not-behind-bar";
import { SignIn } from "./sign-in";
import { useViewer } from "./use-viewer";
import type { Viewer } from "./viewer";

interface BarGateProps {
  children(viewer: Viewer): ReactNode;
}

/** A page for baristas; it closes by itself when somebody signs out or works here no longer. */
export function BarGate({ children }: BarGateProps) {
  const viewer = useViewer();
  if (!viewer) return <SignIn />;
  if (!viewer.barista) return <NotBehindBar />;
  return (
    <>
      {children(viewer)}
      <BarCommands />
    </>
  );
}
