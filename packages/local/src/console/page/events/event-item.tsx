import type { Delivery, EventRecord } from "../aws/events";
import { CopyButton } from "../controls/copy-button";
import { Json } from "../controls/json";
import { Mark, type Tone } from "../controls/mark";
import { ResourceLink } from "../controls/resource-link";
import { Time } from "../controls/time";
import { Unfold } from "../controls/unfold";
import { hashOf } from "../routing/route";

const tones: Readonly<Record<Delivery["state"], Tone>> = {
  delivered: "good",
  pending: "waiting",
  retrying: "waiting",
  "dead-letter": "bad",
  dropped: "bad",
};

interface EventItemProps {
  readonly record: EventRecord;
  /** Takes the event into the form. */
  readonly onReuse: (record: EventRecord) => void;
}

/** One event in a line, and unfolded all of it and where it was delivered. */
export function EventItem({ record, onReuse }: EventItemProps) {
  const { event, at, bus, deliveries } = record;
  return (
    <li>
      <Unfold
        summary={
          <>
            <Time at={at} />
            <span class="row-main">
              <span class="row-title">{event["detail-type"]}</span>
              <span class="faint">{event.source}</span>
            </span>
            <DeliverySummary deliveries={deliveries} />
          </>
        }
      >
        {() => (
          <>
            <Deliveries bus={bus} deliveries={deliveries} />
            <Json value={event} label={`${event["detail-type"]} as JSON`} />
            <div class="actions">
              <button type="button" class="quiet" onClick={() => onReuse(record)}>
                Take into the form
              </button>
              <a class="button quiet" href={hashOf(["timeline"], { event: event.id })}>
                Timeline
              </a>
              <a class="button quiet" href={hashOf(["rules", "new"], newRuleFor(record))}>
                New rule for it
              </a>
              <CopyButton text={JSON.stringify(event, null, 2)} label="Copy JSON" />
            </div>
          </>
        )}
      </Unfold>
    </li>
  );
}

function newRuleFor({ bus, event }: EventRecord): Record<string, string> {
  return { bus, source: event.source, type: event["detail-type"] };
}

function DeliverySummary({ deliveries }: { deliveries: readonly Delivery[] }) {
  const failed = deliveries.filter(({ state }) => tones[state] === "bad").length;
  const open = deliveries.filter(({ state }) => tones[state] === "waiting").length;
  if (deliveries.length === 0) return <Mark tone="plain">no rule</Mark>;
  if (failed > 0) return <Mark tone="bad">{`${failed} of ${deliveries.length} failed`}</Mark>;
  if (open > 0) return <Mark tone="waiting">{`${open} of ${deliveries.length} open`}</Mark>;
  return <Mark tone="good">{deliveries.length}</Mark>;
}

export function Deliveries({ bus, deliveries }: { bus: string; deliveries: readonly Delivery[] }) {
  if (deliveries.length === 0) {
    return <p class="faint">No enabled rule of {bus} matched, so it was delivered nowhere.</p>;
  }
  return (
    <ul class="deliveries" aria-label="Deliveries">
      {deliveries.map(({ rule, target, state, attempts, error }) => (
        <li key={`${rule} ${target}`}>
          <Mark tone={tones[state]}>{state}</Mark>
          <span>
            rule <a href={hashOf(["rules", bus, rule])}>{rule}</a> → <ResourceLink arn={target} />
            {attempts > 1 && <span class="faint"> after {attempts} attempts</span>}
            {error !== undefined && <span class="bad"> {error}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
