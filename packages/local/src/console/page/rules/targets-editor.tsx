import type { RuleTarget } from "../aws/rules";
import { SelectField, TextField } from "../controls/field";
import { usePolled } from "../live/use-polled";
import { freeTargetId } from "./rule-draft";
import { listTargetChoices, type TargetChoices } from "./target-choices";
import { TargetInput } from "./target-input";

interface TargetsEditorProps {
  readonly targets: readonly RuleTarget[];
  readonly onChange: (targets: readonly RuleTarget[]) => void;
}

/** Where a rule delivers to: chosen from what is there. */
export function TargetsEditor({ targets, onChange }: TargetsEditorProps) {
  const choices = usePolled(listTargetChoices, [], 0).value ?? [];
  const shown = targets.length === 0 ? [{ Id: "Target1", Arn: "" }] : targets;
  const replace = (target: RuleTarget, at: number) => onChange(shown.with(at, target));
  return (
    <>
      {shown.map((target, index) => (
        <fieldset key={target.Id}>
          <legend>{target.Id}</legend>
          <TargetSelect
            target={target}
            choices={choices}
            onChange={(Arn) => replace({ ...target, Arn }, index)}
          />
          <TargetInput target={target} onChange={(changed) => replace(changed, index)} />
          {targets.length > 1 && (
            <button
              type="button"
              class="quiet"
              onClick={() => onChange(targets.filter(({ Id }) => Id !== target.Id))}
            >
              Remove {target.Id}
            </button>
          )}
        </fieldset>
      ))}
      <button type="button" onClick={() => onChange([...shown, { Id: freeTargetId(shown), Arn: "" }])}>
        Add a target
      </button>
    </>
  );
}

interface TargetSelectProps {
  readonly target: RuleTarget;
  readonly choices: TargetChoices;
  readonly onChange: (arn: string) => void;
}

function TargetSelect({ target, choices, onChange }: TargetSelectProps) {
  const isKnown = choices.some(({ items }) => items.some(({ arn }) => arn === target.Arn));
  return (
    <>
      <SelectField label="Delivers to" value={target.Arn} onChange={onChange}>
        <option value="">choose a target</option>
        {!isKnown && target.Arn !== "" && <option value={target.Arn}>{target.Arn}</option>}
        {choices.map(({ kind, items }) => (
          <optgroup key={kind} label={kind}>
            {items.map(({ name, arn }) => (
              <option key={arn} value={arn}>
                {name}
              </option>
            ))}
          </optgroup>
        ))}
      </SelectField>
      {target.Arn !== "" && <TextField label="ARN" mono readOnly value={target.Arn} onChange={onChange} />}
    </>
  );
}
