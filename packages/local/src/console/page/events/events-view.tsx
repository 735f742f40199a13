import { useState } from "preact/hooks";
import { type EventRecord, listBuses, type SentEvent } from "../aws/events";
import { listRules } from "../aws/rules";
import { Instead } from "../controls/notice";
import { View } from "../controls/view";
import { useEventFeed } from "../live/use-event-feed";
import { usePolled } from "../live/use-polled";
import type { Route } from "../routing/route";
import { filterEvents, filterOf } from "./event-filter";
import { EventFilters } from "./event-filters";
import { EventItem } from "./event-item";
import { exampleEvent, literals } from "./example-event";
import { SendEvent } from "./send-event";

const pageSize = 50;

/** The bus live, and a form to put an event on it. */
export function EventsView({ route }: { route: Route }) {
  const live = useEventFeed();
  const [paused, setPaused] = useState<readonly EventRecord[]>();
  const [draft, setDraft] = useState<SentEvent>();
  const rules = usePolled(listRules, [], 0).value;
  const buses = usePolled(listBuses, [], 5000).value ?? [];
  const records = paused ?? live ?? [];
  const sources = [...literals(rules ?? [], "source"), ...records.map(({ event }) => event.source)];
  const types = [
    ...literals(rules ?? [], "detail-type"),
    ...records.map(({ event }) => event["detail-type"]),
  ];
  const pauseButton = (
    <button
      type="button"
      aria-pressed={paused !== undefined}
      onClick={() => setPaused(paused ? undefined : live)}
    >
      {paused ? "Go on" : "Pause"}
    </button>
  );
  return (
    <View
      title="Events"
      about="Every event as the buses take it in, and what became of its deliveries."
      actions={pauseButton}
    >
      <div class="columns">
        <EventList
          route={route}
          records={records}
          isLoading={live === undefined}
          onReuse={(record) => setDraft(draftOf(record))}
        />
        <SendEvent
          draft={draft ?? exampleEvent(rules ?? [])}
          onDraft={setDraft}
          buses={buses}
          sources={[...new Set(sources)]}
          types={[...new Set(types)]}
        />
      </div>
    </View>
  );
}

function draftOf({ bus, event }: EventRecord): SentEvent {
  return {
    bus,
    source: event.source,
    type: event["detail-type"],
    detail: JSON.stringify(event.detail, null, 2),
  };
}

interface EventListProps {
  readonly route: Route;
  readonly records: readonly EventRecord[];
  readonly isLoading: boolean;
  readonly onReuse: (record: EventRecord) => void;
}

function EventList({ route, records, isLoading, onReuse }: EventListProps) {
  const [most, setMost] = useState(pageSize);
  const filter = filterOf(route.query);
  const { passed, problem } = filterEvents(records, filter);
  return (
    <section aria-label="The bus, live">
      <EventFilters filter={filter} records={records} problem={problem} />
      <p class="count" role="status">
        {passed.length === records.length
          ? `${records.length} events`
          : `${passed.length} of ${records.length} events`}
      </p>
      {passed.length === 0 ? (
        <Instead
          loading={isLoading}
          none={records.length === 0 ? "No event yet. Send one." : "No event passes the filter."}
        />
      ) : (
        <ul class="rows">
          {passed.slice(0, most).map((record) => (
            <EventItem key={record.event.id} record={record} onReuse={onReuse} />
          ))}
        </ul>
      )}
      {passed.length > most && (
        <button type="button" onClick={() => setMost(most + pageSize)}>
          Show {Math.min(pageSize, passed.length - most)} older
        </button>
      )}
    </section>
  );
}
