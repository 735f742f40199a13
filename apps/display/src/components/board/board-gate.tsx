"use client";

import { useEventId, useSession } from "@serverlesspresso/client/client-context";
import { rolesIn } from "@serverlesspresso/contracts/role";
import { NotADisplay } from "../states/not-a-display";
import { SignIn } from "../states/sign-in";
import { Board } from "./board";

/** The board for the shop's screen and its staff; it closes by itself when their right to it ends. */
export function BoardGate() {
  const session = useSession();
  const eventId = useEventId();
  if (!session) return <SignIn />;
  const roles = rolesIn(eventId, session.groups);
  return roles.has("display") || roles.has("barista") ? <Board /> : <NotADisplay />;
}
