import { useState } from "preact/hooks";
import type { EventRecord } from "../aws/events";
import { Json } from "../controls/json";
import { Instead } from "../controls/notice";
import { durationText, Time } from "../controls/time";
import { Unfold } from "../controls/unfold";
import { Panel } from "../controls/view";
import { Deliveries } from "../events/event-item";
import { usePolled } from "../live/use-polled";
import { type Entry, lanes } from "./entry";
import { findRows } from "./find-rows";
import { readTimeline } from "./read-timeline";
import type { Subject } from "./subject";
import { isSame, type Term } from "./terms";

/** A pause that is worth being told of. */
const pauseMs = 1000;

/** The way of one subject, lane by lane; which values it is followed by can be changed. */
export function Way({ subject, recent }: { subject: Subject; recent: readonly EventRecord[] }) {
  const [changed, setTerms] = useState<readonly Term[]>();
  const terms = changed ?? subject.narrow;
  const { executionArn, from, to } = subject;
  const load = () => readTimeline({ terms, executionArn, from, to, recent });
  const { value: entries, problem } = usePolled(load, [terms, executionArn], 2000);
  const rows = usePolled(() => findRows(terms), [terms], 3000).value ?? [];
  return (
    <>
      <TermChoice all={subject.terms} terms={terms} onChange={setTerms} />
      {entries === undefined || entries.length === 0 ? (
        <Instead problem={problem} loading={entries === undefined} none="Nothing is known of it." />
      ) : (
        <>
          <p class="count" role="status">
            {entries.length} steps in {durationText((entries.at(-1)?.at ?? 0) - (entries[0]?.at ?? 0))}
          </p>
          <div class="way">
            <div class="way-head" aria-hidden="true">
              <span />
              {lanes.map((lane) => (
                <span key={lane}>{lane}</span>
              ))}
            </div>
            <ol>
              {entries.map((entry, index) => (
                <Step key={entry.id} entry={entry} pause={entry.at - (entries[index - 1]?.at ?? entry.at)} />
              ))}
            </ol>
          </div>
        </>
      )}
      {rows.length > 0 && (
        <Panel title="Rows as they are now">
          <ul class="rows">
            {rows.map(({ table, item }) => (
              <li key={JSON.stringify([table, Object.values(item)[0]])}>
                <Unfold
                  summary={
                    <span class="row-main">
                      <span class="row-title">{table}</span>
                      <span class="faint">{Object.keys(item).join(", ")}</span>
                    </span>
                  }
                >
                  {() => <Json value={item} label={`Row of ${table}`} />}
                </Unfold>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}

interface TermChoiceProps {
  readonly all: readonly Term[];
  readonly terms: readonly Term[];
  readonly onChange: (terms: readonly Term[]) => void;
}

function TermChoice({ all, terms, onChange }: TermChoiceProps) {
  return (
    <fieldset class="terms">
      <legend>Followed by</legend>
      {all.map((term) => {
        const isOn = terms.some((each) => isSame(each, term));
        const others = terms.filter((each) => !isSame(each, term));
        return (
          <label key={JSON.stringify(term)} class="check">
            <input
              type="checkbox"
              checked={isOn}
              onChange={() => onChange(isOn ? others : [...terms, term])}
            />
            {term.key} <code>{term.value}</code>
          </label>
        );
      })}
    </fieldset>
  );
}

function Step({ entry, pause }: { entry: Entry; pause: number }) {
  const { at, lane, title, note, isBad, detail, event } = entry;
  return (
    <li class={`step ${lane.toLowerCase()}`}>
      {pause >= pauseMs && <p class="pause">{durationText(pause)} later</p>}
      <Time at={at} />
      <Unfold
        summary={
          <span class="row-main">
            <span class="lane">{lane}</span>
            <span class={isBad ? "row-title bad" : "row-title"}>{title}</span>
            <span class="faint">{note}</span>
          </span>
        }
      >
        {() => (
          <>
            {event && event.bus !== "" && <Deliveries bus={event.bus} deliveries={event.deliveries} />}
            <Json value={detail} label={title} />
          </>
        )}
      </Unfold>
    </li>
  );
}
