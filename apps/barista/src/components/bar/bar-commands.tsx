"use client";

import { useCommandOutbox, useOutbox, useSendCommands } from "@serverlesspresso/client/use-command-outbox";
import { Notices } from "./notices";
import { refusalWords } from "./refusal";

/** Sends what was tapped, on whichever page one is by then, and tells what was refused. */
export function BarCommands() {
  useSendCommands();
  const outbox = useCommandOutbox();
  const { refused } = useOutbox();
  const notices = refused.map(({ kept: { key, ticket }, refusal, late }) => ({
    id: key,
    text: refusalWords(refusal, ticket),
    stays: late,
  }));
  return <Notices notices={notices} onDismiss={(id) => outbox.dismiss(id)} />;
}
