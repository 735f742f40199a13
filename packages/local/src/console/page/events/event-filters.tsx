import type { EventRecord } from "../aws/events";
import { JsonField, SelectField, TextField } from "../controls/field";
import { changeQuery } from "../routing/route";
import type { EventFilter } from "./event-filter";

interface EventFiltersProps {
  readonly filter: EventFilter;
  readonly records: readonly EventRecord[];
  readonly problem: string | undefined;
}

/** What of the bus is looked at; it stands in the address, so that a reload keeps it. */
export function EventFilters({ filter, records, problem }: EventFiltersProps) {
  const set = (name: keyof EventFilter) => (value: string) => changeQuery({ [name]: value });
  const sources = distinct(
    records.map(({ event }) => event.source),
    filter.source,
  );
  const types = distinct(
    records.map(({ event }) => event["detail-type"]),
    filter.type,
  );
  return (
    <div class="filters">
      <TextField label="Contains" type="search" value={filter.text} onChange={set("text")} />
      <SelectField label="From source" value={filter.source} onChange={set("source")}>
        <option value="">any</option>
        {sources.map((source) => (
          <option key={source}>{source}</option>
        ))}
      </SelectField>
      <SelectField label="Of detail type" value={filter.type} onChange={set("type")}>
        <option value="">any</option>
        {types.map((type) => (
          <option key={type}>{type}</option>
        ))}
      </SelectField>
      <details class="wide" open={filter.pattern !== ""}>
        <summary>By event pattern</summary>
        <JsonField
          label="Pattern to filter by"
          rows={4}
          value={filter.pattern}
          onChange={set("pattern")}
          hint='As in a rule, for example {"detail": {"orderId": ["1"]}}'
        />
        {problem !== undefined && <p class="bad">{problem}</p>}
      </details>
    </div>
  );
}

/** Sorted, with the chosen one even where no event has it any more. */
function distinct(values: readonly string[], chosen: string): string[] {
  return [...new Set([...values, chosen])].filter((value) => value !== "").sort();
}
