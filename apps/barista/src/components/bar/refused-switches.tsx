"use client";

import { useEventId } from "@serverlesspresso/client/client-context";
import { queryKeys } from "@serverlesspresso/client/queries";
import { onRefusedSwitch } from "@serverlesspresso/client/switch-drink";
import type { Shop } from "@serverlesspresso/contracts/shop";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { type Notice, Notices } from "./notices";
import { switchWords } from "./switch-words";

/** Tells which drinks and choices stay as they were: whoever switched them may be on another page by then. */
export function RefusedSwitches() {
  const eventId = useEventId();
  const client = useQueryClient();
  const [notices, setNotices] = useState<readonly Notice[]>([]);
  useEffect(
    () =>
      onRefusedSwitch(client, (refused) => {
        const shop = client.getQueryData<Shop>(queryKeys.shop(eventId));
        const notice = { id: refused.key, text: switchWords(refused, shop?.menu) };
        setNotices((before) => [...before, notice]);
      }),
    [client, eventId],
  );
  return (
    <Notices
      notices={notices}
      onDismiss={(id) => setNotices((before) => before.filter((notice) => notice.id !== id))}
    />
  );
}
