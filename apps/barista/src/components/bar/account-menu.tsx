"use client";

import { useEventId, useSession, useSessionClient } from "@serverlesspresso/client/client-context";
import { useLastTaps } from "@serverlesspresso/client/use-last-taps";
import { trainingEventId } from "@serverlesspresso/contracts/names";
import { rolesIn } from "@serverlesspresso/contracts/role";
import { ActionMenu } from "@serverlesspresso/ui/action-menu";
import { useMutation } from "@tanstack/react-query";
import { CircleUserRound, GraduationCap, LogOut, MonitorX, SlidersHorizontal } from "lucide-react";
import dynamic from "next/dynamic";
import { useRef, useState } from "react";
import { goTraining } from "../training/training-shop";
// Not fetched when it is asked for: it is for when there is no network.
import { LeaveDialog } from "./leave-dialog";
import { Notices } from "./notices";

const DeviceSheet = dynamic(() => import("./device-sheet").then((file) => file.DeviceSheet), {
  loading: () => null,
});

/** So long the shop has to answer the last taps of whoever leaves. */
const lastTapsMs = 4_000;
const notSignedOut = [{ id: "sign-out", text: "Still signed in everywhere: the shop does not answer." }];
const iconLook = "size-5 shrink-0 text-soft";

/** Who is signed in, how this device behaves, and the ways out. */
export function AccountMenu() {
  const session = useSession();
  const client = useSessionClient();
  const eventId = useEventId();
  const mayTrain =
    eventId !== trainingEventId && rolesIn(trainingEventId, session?.groups ?? []).has("barista");
  const training = {
    name: "Training bar",
    icon: <GraduationCap aria-hidden className={iconLook} />,
    act: () => leave(() => goTraining(eventId)),
  };
  const [atDevice, setAtDevice] = useState(false);
  const { question, leave } = useLeaving();
  const everywhere = useMutation({ mutationFn: () => client.signOutEverywhere() });
  return (
    <>
      <ActionMenu
        label="Account"
        icon={<CircleUserRound aria-hidden className="size-6" />}
        heading={
          <>
            {session?.name && <p className="font-semibold text-body text-ink">{session.name}</p>}
            <p className="wrap-anywhere">{session?.email}</p>
          </>
        }
        actions={[
          ...(mayTrain ? [training] : []),
          {
            name: "Sounds and keys",
            icon: <SlidersHorizontal aria-hidden className={iconLook} />,
            act: () => setAtDevice(true),
          },
          {
            name: "Sign out",
            icon: <LogOut aria-hidden className={iconLook} />,
            act: () => leave(() => void client.signOut()),
          },
          {
            name: "Sign out on all devices",
            icon: <MonitorX aria-hidden className={iconLook} />,
            act: () => leave(everywhere.mutate),
          },
        ]}
      />
      {question && <LeaveDialog {...question} />}
      {atDevice && <DeviceSheet onClose={() => setAtDevice(false)} />}
      <Notices notices={everywhere.isError ? notSignedOut : []} onDismiss={everywhere.reset} />
    </>
  );
}

interface Leaving {
  go(): void;
  waited: boolean;
}

/** Leads away once the shop has answered what was tapped; asks where it does not. */
function useLeaving() {
  const taps = useLastTaps();
  const [leaving, setLeaving] = useState<Leaving | null>(null);
  // Whoever decided to stay is not led away by a late answer.
  const latest = useRef<Leaving | null>(null);
  function decide(next: Leaving | null): void {
    latest.current = next;
    setLeaving(next);
  }
  async function leave(go: () => void): Promise<void> {
    if (taps.unanswered === 0) return go();
    const asked = { go, waited: false };
    decide(asked);
    const outcome = await taps.send(lastTapsMs);
    if (latest.current !== asked) return;
    decide(outcome === "unanswered" ? { go, waited: true } : null);
    // Whose tap was refused reads why first.
    if (outcome === "answered") go();
  }
  // The answers have come after all.
  if (leaving?.waited && taps.unanswered === 0) setLeaving(null);
  const question = leaving && {
    taps: taps.unanswered,
    waited: leaving.waited,
    onStay: () => decide(null),
    onLeave: () => {
      decide(null);
      leaving.go();
    },
  };
  return { question, leave: (go: () => void) => void leave(go) };
}
