"use client";

import { useIsMutating, useQueryClient } from "@tanstack/react-query";
import { switchesUnderWay } from "./switch-drink";
import { useCommandOutbox, useOutbox } from "./use-command-outbox";

export interface LastTaps {
  /** How many taps behind the bar the shop has not answered: commands and switches. */
  unanswered: number;
  /**
   * Sends them, also what could still be taken back, and waits for `withinMs`. `answered`: all of them;
   * `refused`: all, and not all were carried out, which the page tells; `unanswered`: some are still on their way.
   */
  send(withinMs: number): Promise<"answered" | "refused" | "unanswered">;
}

/** What somebody has tapped who is about to leave the bar: nobody else sends it from this device. */
export function useLastTaps(): LastTaps {
  const outbox = useCommandOutbox();
  const client = useQueryClient();
  const { commands } = useOutbox();
  const switches = useIsMutating(switchesUnderWay);
  const count = () => outbox.current().commands.length + client.isMutating(switchesUnderWay);

  function send(withinMs: number): ReturnType<LastTaps["send"]> {
    const refusedBefore = outbox.current().refused.length;
    outbox.hurry();
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        for (const leave of leaves) leave();
        if (count() > 0) return resolve("unanswered");
        resolve(outbox.current().refused.length > refusedBefore ? "refused" : "answered");
      };
      const look = () => {
        if (count() === 0) end();
      };
      const timer = setTimeout(end, withinMs);
      const leaves = [outbox.subscribe(look), client.getMutationCache().subscribe(look)];
      look();
    });
  }

  return { unanswered: commands.length + switches, send };
}
