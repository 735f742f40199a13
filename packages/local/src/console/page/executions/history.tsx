import type { HistoryEvent } from "../aws/step-functions";
import { Json } from "../controls/json";
import { Time } from "../controls/time";
import { Unfold } from "../controls/unfold";
import { Panel } from "../controls/view";
import { detailsOf, eventsOfState, sentenceOf, toneOf } from "./history-events";

interface HistoryProps {
  readonly events: readonly HistoryEvent[];
  /** Only what happened in it; empty for all. */
  readonly state: string;
  readonly onAll: () => void;
}

/** What an execution did, event by event, the newest first. */
export function History({ events, state, onAll }: HistoryProps) {
  const shown = eventsOfState(events, state).toReversed();
  return (
    <Panel
      title={state === "" ? "History" : `History of ${state}`}
      actions={
        state !== "" && (
          <button type="button" class="quiet" onClick={onAll}>
            Show all
          </button>
        )
      }
    >
      <ol class="rows tight" reversed>
        {shown.map((event) => (
          <li key={event.id}>
            <Unfold
              summary={
                <>
                  <Time at={event.timestamp * 1000} />
                  <span class={`row-title ${toneOf(event)}`}>{sentenceOf(event)}</span>
                </>
              }
            >
              {() => (
                <>
                  <p class="faint">
                    {event.type}, event {event.id}
                  </p>
                  <Json value={detailsOf(event)} label={`Event ${event.id}`} />
                </>
              )}
            </Unfold>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
