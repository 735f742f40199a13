import { useEffect, useState } from "preact/hooks";
import { problemOf } from "../aws/call";
import { testPattern } from "../aws/events";
import { JsonField, SelectField } from "../controls/field";
import { jsonProblem } from "../controls/json";
import { Mark } from "../controls/mark";
import { Panel } from "../controls/view";
import { useEventFeed } from "../live/use-event-feed";
import { sampleEvent } from "./sample-event";

const mostOffered = 30;

/** Whether the pattern, as it is typed, matches a sample: one of the last events or one of one's own. */
export function PatternTester({ pattern }: { pattern: string }) {
  const recent = useEventFeed()?.slice(0, mostOffered) ?? [];
  const [sample, setSample] = useState<string>();
  const [chosen, setChosen] = useState("");
  const text = sample ?? sampleEvent(pattern);
  const verdict = useVerdict(pattern, text);
  const choose = (id: string) => {
    const event = recent.find((each) => each.event.id === id)?.event;
    setChosen(id);
    setSample(event && JSON.stringify(event, null, 2));
  };
  return (
    <Panel title="Try the pattern">
      <SelectField label="Sample event" value={chosen} onChange={choose}>
        <option value="">one made from the pattern</option>
        {recent.map(({ event }) => (
          <option key={event.id} value={event.id}>
            {`${event.time.slice(11, 19)} ${event["detail-type"]}`}
          </option>
        ))}
      </SelectField>
      <JsonField label="Event to try" rows={9} value={text} onChange={setSample} />
      <p class="verdict" role="status">
        {verdict === undefined ? "" : <Mark tone={verdict.tone}>{verdict.text}</Mark>}
      </p>
    </Panel>
  );
}

interface Verdict {
  readonly tone: "good" | "bad" | "plain";
  readonly text: string;
}

function useVerdict(pattern: string, event: string): Verdict | undefined {
  const [verdict, setVerdict] = useState<Verdict>();
  useEffect(() => {
    if (jsonProblem(pattern) !== undefined || jsonProblem(event) !== undefined) {
      setVerdict({ tone: "plain", text: "Both must be JSON to be tried" });
      return;
    }
    let isCurrent = true;
    testPattern(pattern, event)
      .then(
        (matches): Verdict =>
          matches
            ? { tone: "good", text: "The pattern matches this event" }
            : { tone: "plain", text: "The pattern does not match this event" },
      )
      .catch((cause): Verdict => ({ tone: "bad", text: problemOf(cause) }))
      .then((found) => {
        if (isCurrent) setVerdict(found);
      });
    return () => {
      isCurrent = false;
    };
  }, [pattern, event]);
  return verdict;
}
