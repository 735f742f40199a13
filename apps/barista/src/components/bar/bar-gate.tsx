"use client";

import { useEventId, useSession } from "@serverlesspresso/client/client-context";
import { rolesIn } from "@serverlesspresso/contracts/role";
import { type ReactNode, useMemo } from "react";
import { BarCommands } from "./bar-commands";
import { NotBehindBar } from "./not-behind-bar";
import { SignIn } from "./sign-in";
import type { Viewer } from "./viewer";

interface BarGateProps {
  children(viewer: Viewer): ReactNode;
}

/** A page for baristas; it closes by itself when somebody signs out or works here no longer. */
export function BarGate({ children }: BarGateProps) {
  const session = useSession();
  const eventId = useEventId();
  const viewer = useMemo(() => {
    const roles = rolesIn(eventId, session?.groups ?? []);
    return { sub: session?.sub ?? "", barista: roles.has("barista"), manager: roles.has("manager") };
  }, [eventId, session]);
  if (!session) return <SignIn />;
  if (!viewer.barista) return <NotBehindBar />;
  return (
    <>
      {children(viewer)}
      <BarCommands />
    </>
  );
}
