"use client";

import { useEventId, useSession } from "@serverlesspresso/client/client-context";
import { rolesIn } from "@serverlesspresso/contracts/role";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { NotBehindBar } from "./not-behind-bar";
import { Queue } from "./queue";
import { QueueSkeleton } from "./queue-skeleton";

/** The queue for baristas; the way to the sign-in for whoever is not signed in. */
export function QueueGate() {
  const session = useSession();
  const eventId = useEventId();
  const router = useRouter();
  useEffect(() => {
    if (!session) router.replace(`/sign-in${window.location.search}`);
  }, [session, router]);
  if (!session) return <QueueSkeleton />;
  const roles = rolesIn(eventId, session.groups);
  if (!roles.has("barista")) return <NotBehindBar />;
  return <Queue sub={session.sub} manager={roles.has("manager")} />;
}
