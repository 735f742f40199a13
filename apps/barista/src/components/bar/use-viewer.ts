"use client";

import { useEventId, useSession } from "@serverlesspresso/client/client-context";
import { rolesIn } from "@serverlesspresso/contracts/role";
import { useMemo } from "react";
import type { Viewer } from "./viewer";

interface SignedIn extends Viewer {
  barista: boolean;
}

/** Whoever is signed in, and what they are in this shop; null for nobody. */
export function useViewer(): SignedIn | null {
  const session = useSession();
  const eventId = useEventId();
  return useMemo(() => {
    if (!session) return null;
    const roles = rolesIn(eventId, session.groups);
    return { sub: session.sub, barista: roles.has("barista"), manager: roles.has("manager") };
  }, [eventId, session]);
}
