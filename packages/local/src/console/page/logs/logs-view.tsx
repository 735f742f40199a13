import { useEffect, useState } from "preact/hooks";
import { type LogLine, lastLines, listLogGroups } from "../aws/logs";
import { machineNow } from "../aws/machine";
import { SelectField, TextField } from "../controls/field";
import { Json } from "../controls/json";
import { Instead } from "../controls/notice";
import { Time } from "../controls/time";
import { Unfold } from "../controls/unfold";
import { View } from "../controls/view";
import { usePolled } from "../live/use-polled";
import { changeQuery, go, type Route } from "../routing/route";
import { glimpseOf } from "./glimpse";

const mostLines = 500;
const pageSize = 100;
const hourMs = 3_600_000;

/** `logs` and `logs/GROUP`: what a log group was last told, as it comes in. */
export function LogsView({ route }: { route: Route }) {
  const groups = usePolled(listLogGroups, [], 5000);
  const group = route.path[1] ?? groups.value?.[0]?.name ?? "";
  const pattern = route.query.get("filter") ?? "";
  const hours = Number(route.query.get("hours") ?? "1");
  return (
    <View title="Logs" about="What the functions print and what rules write down, as it comes in.">
      <div class="filters">
        <SelectField
          label="Log group"
          value={group}
          onChange={(name) => go(["logs", name], { filter: pattern })}
        >
          {[...new Set([...(groups.value ?? []).map(({ name }) => name), group])].map((name) => (
            <option key={name}>{name}</option>
          ))}
        </SelectField>
        <FilterField pattern={pattern} />
        <SelectField
          label="Of the last"
          value={String(hours)}
          onChange={(next) => changeQuery({ hours: next })}
        >
          <option value="0.1">6 minutes</option>
          <option value="1">hour</option>
          <option value="24">day</option>
          <option value="720">month</option>
        </SelectField>
      </div>
      {group === "" ? (
        <Instead problem={groups.problem} loading={groups.value === undefined} none="No log group yet." />
      ) : (
        <Lines group={group} pattern={pattern} hours={hours} />
      )}
    </View>
  );
}

/** What is typed is asked for once it rests, so that half a pattern is not refused. */
function FilterField({ pattern }: { pattern: string }) {
  const [text, setText] = useState(pattern);
  useEffect(() => {
    if (text === pattern) return;
    const timer = setTimeout(() => changeQuery({ filter: text }), 300);
    return () => clearTimeout(timer);
  }, [text, pattern]);
  return (
    <TextField
      label="Filter pattern"
      mono
      value={text}
      onChange={setText}
      hint={'"two words"   ?any ?of   -not   { $.level = "error" }'}
    />
  );
}

function Lines({ group, pattern, hours }: { group: string; pattern: string; hours: number }) {
  const [most, setMost] = useState(pageSize);
  const load = async () => {
    const from = (await machineNow()) - hours * hourMs;
    return (await lastLines({ group, pattern, from, most: mostLines })).reverse();
  };
  const { value, problem } = usePolled(load, [group, pattern, hours], 1500);
  if (value === undefined || value.length === 0) {
    return <Instead problem={problem} loading={value === undefined} none="No line in this time." />;
  }
  return (
    <>
      <p class="count" role="status">
        {value.length === mostLines ? `the last ${mostLines} lines` : `${value.length} lines`}, the newest
        first
      </p>
      <ul class="rows lines">
        {value.slice(0, most).map((line) => (
          <LineRow key={line.eventId} line={line} />
        ))}
      </ul>
      {value.length > most && (
        <button type="button" onClick={() => setMost(most + pageSize)}>
          Show older
        </button>
      )}
    </>
  );
}

function LineRow({ line }: { line: LogLine }) {
  const { tone, text } = glimpseOf(line.message);
  return (
    <li>
      <Unfold
        summary={
          <>
            <Time at={line.timestamp} />
            <code class={`line ${tone}`}>{text}</code>
          </>
        }
      >
        {() => (
          <>
            <Json value={line.message} label="Line" />
            <p class="faint">{line.logStreamName}</p>
          </>
        )}
      </Unfold>
    </li>
  );
}
