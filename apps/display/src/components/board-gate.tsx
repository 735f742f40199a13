"use client";

import { useEventId, useSession } from "@serverlesspresso/client/client-context";
import { rolesIn } from "@serverlesspresso/contracts/role";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { Board } from "./board";
import { BoardSkeleton } from "./board-skeleton";
import { NotADisplay } from "./not-a-display";

/** The board for the shop's screen and its staff; the way to the sign-in for whoever is not signed in. */
export function BoardGate() {
  const session = useSession();
  const eventId = useEventId();
  const router = useRouter();
  useEffect(() => {
    if (!session) router.replace(`/sign-in${window.location.search}`);
  }, [session, router]);
  if (!session) return <BoardSkeleton />;
  const roles = rolesIn(eventId, session.groups);
  return roles.has("display") || roles.has("barista") ? <Board /> : <NotADisplay />;
}
