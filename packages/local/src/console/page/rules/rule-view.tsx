import { useEffect, useState } from "preact/hooks";
import { listBuses } from "../aws/events";
import { deleteRule, type Rule, saveRule } from "../aws/rules";
import { ConfirmButton } from "../controls/confirm-button";
import { SelectField, TextField } from "../controls/field";
import { Outcome } from "../controls/notice";
import { Panel, View } from "../controls/view";
import { useAction } from "../live/use-action";
import { usePolled } from "../live/use-polled";
import { go, hashOf, type Route } from "../routing/route";
import { PatternTester } from "./pattern-tester";
import { draftOf, newDraft, type RuleDraft, ruleOf } from "./rule-draft";
import { TargetsEditor } from "./targets-editor";
import { WhenEditor } from "./when-editor";

interface RuleViewProps {
  /** Undefined while it is created. */
  readonly rule: Rule | undefined;
  readonly route: Route;
  readonly onChange: () => void;
}

/** One rule: when it matches, whether a sample would, and where it delivers. */
export function RuleView({ rule, route, onChange }: RuleViewProps) {
  const [draft, setDraft] = useState(() => (rule === undefined ? newDraft(route.query) : draftOf(rule)));
  const change = (changes: Partial<RuleDraft>) => setDraft((before) => ({ ...before, ...changes }));
  const action = useAction();
  const save = () =>
    action.run(async () => {
      const saved = ruleOf(draft);
      await saveRule(saved, rule?.targets ?? []);
      onChange();
      if (rule === undefined) go(["rules", saved.EventBusName, saved.Name]);
      return `Saved ${saved.Name}`;
    });
  const remove = () =>
    action.run(async () => {
      if (rule !== undefined) await deleteRule(rule);
      onChange();
      go(["rules"]);
      return "Deleted";
    });
  return (
    <View
      title={rule === undefined ? "New rule" : `Rule ${rule.Name}`}
      about={<a href={hashOf(["rules"])}>All rules</a>}
      actions={
        rule !== undefined && (
          <ConfirmButton
            label="Delete rule"
            question={`Delete the rule ${rule.Name}? Its events then go to none of its targets.`}
            confirm="Delete it"
            onConfirm={remove}
          />
        )
      }
    >
      <form
        class="columns even"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <div class="stack">
          <Basics draft={draft} isNew={rule === undefined} onChange={change} />
          <Panel title="Targets">
            <TargetsEditor targets={draft.targets} onChange={(targets) => change({ targets })} />
          </Panel>
          <div class="actions">
            <button type="submit" class="primary" disabled={action.isBusy}>
              {rule === undefined ? "Create rule" : "Save rule"}
            </button>
          </div>
          <Outcome action={action} />
        </div>
        <div class="stack">
          <WhenEditor draft={draft} onChange={change} />
          {draft.kind === "pattern" && <PatternTester pattern={draft.pattern} />}
        </div>
      </form>
    </View>
  );
}

interface BasicsProps {
  readonly draft: RuleDraft;
  readonly isNew: boolean;
  readonly onChange: (changes: Partial<RuleDraft>) => void;
}

/** The name and the bus of a rule are what it is known by: they stay. */
function Basics({ draft, isNew, onChange }: BasicsProps) {
  const buses = usePolled(listBuses, [], 0).value ?? [];
  const all = [...new Set([...buses, draft.bus])].filter((bus) => bus !== "");
  const bus = draft.bus === "" ? (all.find((each) => each !== "default") ?? "") : draft.bus;
  useEffect(() => {
    if (bus !== draft.bus) onChange({ bus });
  });
  return (
    <Panel title="Rule">
      <TextField
        label="Name"
        value={draft.name}
        required
        readOnly={!isNew}
        onChange={(name) => onChange({ name })}
      />
      {isNew ? (
        <SelectField label="Event bus" value={bus} onChange={(value) => onChange({ bus: value })}>
          {all.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </SelectField>
      ) : (
        <TextField label="Event bus" value={draft.bus} readOnly onChange={() => undefined} />
      )}
      <TextField
        label="Description"
        value={draft.description}
        onChange={(description) => onChange({ description })}
      />
      <label class="check">
        <input
          type="checkbox"
          checked={draft.isEnabled}
          onChange={({ currentTarget }) => onChange({ isEnabled: currentTarget.checked })}
        />
        Enabled
      </label>
    </Panel>
  );
}
