"use client";

import { useEventId, useSession, useSessionClient } from "@serverlesspresso/client/client-context";
import { trainingEventId } from "@serverlesspresso/contracts/names";
import { rolesIn } from "@serverlesspresso/contracts/role";
import { ActionMenu } from "@serverlesspresso/ui/action-menu";
import { useMutation } from "@tanstack/react-query";
import { CircleUserRound, GraduationCap, LogOut, MonitorX, SlidersHorizontal } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { goTraining } from "../training/training-shop";
import { Notices } from "./notices";

const DeviceSheet = dynamic(() => import("./device-sheet").then((file) => file.DeviceSheet), {
  loading: () => null,
});

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
    act: () => goTraining(eventId),
  };
  const [atDevice, setAtDevice] = useState(false);
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
            act: () => void client.signOut(),
          },
          {
            name: "Sign out on all devices",
            icon: <MonitorX aria-hidden className={iconLook} />,
            act: everywhere.mutate,
          },
        ]}
      />
      {atDevice && <DeviceSheet onClose={() => setAtDevice(false)} />}
      <Notices notices={everywhere.isError ? notSignedOut : []} onDismiss={everywhere.reset} />
    </>
  );
}
