import { JsonField, SelectField, TextField } from "../controls/field";
import { Panel } from "../controls/view";
import type { RuleDraft } from "./rule-draft";

interface WhenEditorProps {
  readonly draft: RuleDraft;
  readonly onChange: (changes: Partial<RuleDraft>) => void;
}

/** When a rule is due: for events of a pattern, or by a schedule. */
export function WhenEditor({ draft, onChange }: WhenEditorProps) {
  return (
    <Panel title="When">
      <SelectField
        label="Runs"
        value={draft.kind}
        onChange={(kind) => onChange({ kind: kind === "schedule" ? "schedule" : "pattern" })}
      >
        <option value="pattern">for events that match a pattern</option>
        <option value="schedule">by a schedule</option>
      </SelectField>
      {draft.kind === "pattern" ? (
        <JsonField
          label="Event pattern"
          rows={9}
          value={draft.pattern}
          onChange={(pattern) => onChange({ pattern })}
          hint="Values are lists: one of them must match. Also prefix, suffix, wildcard, anything-but, numeric, exists, cidr, equals-ignore-case and $or."
        />
      ) : (
        <TextField
          label="Schedule"
          mono
          value={draft.schedule}
          onChange={(schedule) => onChange({ schedule })}
          hint="rate(5 minutes) or cron(0 8 ? * MON-FRI *), on the default bus only"
        />
      )}
    </Panel>
  );
}
