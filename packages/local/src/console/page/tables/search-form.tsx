import { useState } from "preact/hooks";
import type { Table } from "../aws/tables";
import { SelectField, TextField } from "../controls/field";
import { go } from "../routing/route";
import { comparisons, indexOf, type Search } from "./search";

interface SearchFormProps {
  readonly table: Table;
  readonly search: Search;
}

/** A scan, or a query by key; the address keeps what was asked. */
export function SearchForm({ table, search }: SearchFormProps) {
  const [draft, setDraft] = useState(search);
  const change = (changes: Partial<Search>) => setDraft({ ...draft, ...changes });
  const run = (wanted: Search) => {
    const query = Object.entries(wanted).map(([name, value]) => [name, String(value)]);
    go(["tables", table.name], Object.fromEntries(query));
  };
  return (
    <form
      class="panel search"
      aria-label="Search"
      onSubmit={(event) => {
        event.preventDefault();
        run(draft);
      }}
    >
      <div class="filters">
        <SelectField
          label="Operation"
          value={draft.mode}
          onChange={(mode) => change({ mode: mode === "query" ? "query" : "scan" })}
        >
          <option value="scan">Scan: all items</option>
          <option value="query">Query: by key</option>
        </SelectField>
        <SelectField label="Of" value={draft.index} onChange={(index) => change({ index })}>
          {table.indexes.map(({ name }) => (
            <option key={name} value={name}>
              {name === "" ? "the table" : `index ${name}`}
            </option>
          ))}
        </SelectField>
        {draft.mode === "query" && <KeyCondition table={table} draft={draft} onChange={change} />}
        <TextField
          label="With attribute"
          value={draft.attribute}
          onChange={(attribute) => change({ attribute })}
        />
        <TextField
          label="that contains"
          value={draft.contains}
          onChange={(contains) => change({ contains })}
        />
        <button type="submit" class="primary">
          {draft.mode === "query" ? "Query" : "Scan"}
        </button>
      </div>
    </form>
  );
}

interface KeyConditionProps {
  readonly table: Table;
  readonly draft: Search;
  readonly onChange: (changes: Partial<Search>) => void;
}

function KeyCondition({ table, draft, onChange }: KeyConditionProps) {
  const { partition, sort } = indexOf(table, draft.index);
  return (
    <>
      <TextField
        label={`${partition.name} =`}
        value={draft.partition}
        required
        onChange={(value) => onChange({ partition: value })}
      />
      {sort !== undefined && (
        <>
          <SelectField
            label={`${sort.name} is`}
            value={draft.comparison}
            onChange={(value) => onChange({ comparison: comparisons.find((each) => each === value) ?? "=" })}
          >
            {comparisons.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </SelectField>
          <TextField label={sort.name} value={draft.sort} onChange={(value) => onChange({ sort: value })} />
          {draft.comparison === "between" && (
            <TextField label="and" value={draft.sortTo} onChange={(value) => onChange({ sortTo: value })} />
          )}
          <label class="check">
            <input
              type="checkbox"
              checked={draft.newestFirst}
              onChange={({ currentTarget }) => onChange({ newestFirst: currentTarget.checked })}
            />
            Backwards
          </label>
        </>
      )}
    </>
  );
}
