"use client";

import { useEventId, useSession } from "@serverlesspresso/client/client-context";
import { rolesIn } from "@serverlesspresso/contracts/role";
import type { ReactNode } from "react";
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
  if (!session) return <SignIn />;
  const roles = rolesIn(eventId, session.groups);
  if (!roles.has("barista")) return <NotBehindBar />;
  return children({ sub: session.sub, manager: roles.has("manager") });
}
