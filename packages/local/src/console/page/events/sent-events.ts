import * as z from "zod/mini";
import { SentEvent } from "../aws/events";
import { useStored } from "../live/use-stored";

const mostKept = 20;
const SentEvents = z.array(SentEvent);

/** The events last sent from this browser, the newest first, each once. */
export function useSentEvents(): {
  sent: readonly SentEvent[];
  remember: (event: SentEvent) => void;
  forget: () => void;
} {
  const [sent, keep] = useStored("console.sent-events", SentEvents, []);
  return {
    sent,
    remember: (event) => keep([event, ...sent.filter((each) => !isSame(each, event))].slice(0, mostKept)),
    forget: () => keep([]),
  };
}

function isSame(one: SentEvent, other: SentEvent): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
