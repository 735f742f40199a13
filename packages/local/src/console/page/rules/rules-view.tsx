import { type Rule, switchRule } from "../aws/rules";
import { SelectField, TextField } from "../controls/field";
import { Mark } from "../controls/mark";
import { Instead, Outcome } from "../controls/notice";
import { ResourceLink } from "../controls/resource-link";
import { View } from "../controls/view";
import { useAction } from "../live/use-action";
import { changeQuery, hashOf, type Route } from "../routing/route";
import { RuleWhen } from "./rule-when";

interface RulesViewProps {
  readonly rules: readonly Rule[] | undefined;
  readonly problem: string | undefined;
  readonly route: Route;
  readonly onChange: () => void;
}

/** All rules of all buses. */
export function RulesView({ rules, problem, route, onChange }: RulesViewProps) {
  const bus = route.query.get("bus") ?? "";
  const text = route.query.get("text") ?? "";
  const action = useAction();
  const toggle = (rule: Rule, on: boolean) =>
    void action.run(async () => {
      await switchRule(rule, on);
      onChange();
      return `${rule.Name} is ${on ? "enabled" : "disabled"}`;
    });
  const wanted = text.trim().toLowerCase();
  const shown = rules?.filter(
    (rule) =>
      (bus === "" || rule.EventBusName === bus) &&
      (wanted === "" || JSON.stringify(rule).toLowerCase().includes(wanted)),
  );
  const create = (
    <a class="button primary" href={hashOf(["rules", "new"], { bus })}>
      Create rule
    </a>
  );
  return (
    <View title="Rules" about="Which events go where." actions={create}>
      <div class="filters">
        <TextField
          label="Contains"
          type="search"
          value={text}
          onChange={(value) => changeQuery({ text: value })}
        />
        <SelectField label="Event bus" value={bus} onChange={(value) => changeQuery({ bus: value })}>
          <option value="">any</option>
          {[...new Set(rules?.map((rule) => rule.EventBusName))].map((name) => (
            <option key={name}>{name}</option>
          ))}
        </SelectField>
      </div>
      <Outcome action={action} />
      {shown === undefined || shown.length === 0 ? (
        <Instead problem={problem} loading={rules === undefined} none="No rule." />
      ) : (
        <ul class="rows">
          {shown.map((rule) => (
            <RuleItem key={`${rule.EventBusName}/${rule.Name}`} rule={rule} onToggle={toggle} />
          ))}
        </ul>
      )}
    </View>
  );
}

function RuleItem({ rule, onToggle }: { rule: Rule; onToggle: (rule: Rule, on: boolean) => void }) {
  const isOn = rule.State === "ENABLED";
  return (
    <li class="row rule">
      <div class="row-main">
        <a class="row-title" href={hashOf(["rules", rule.EventBusName, rule.Name])}>
          {rule.Name}
        </a>
        <span class="faint">{rule.Description ?? `on ${rule.EventBusName}`}</span>
      </div>
      <RuleWhen rule={rule} />
      <ul class="rule-targets" aria-label={`Targets of ${rule.Name}`}>
        {rule.targets.map(({ Id, Arn }) => (
          <li key={Id}>
            → <ResourceLink arn={Arn} />
          </li>
        ))}
        {rule.targets.length === 0 && <li class="faint">no target</li>}
      </ul>
      <Mark tone={isOn ? "good" : "plain"}>{isOn ? "enabled" : "disabled"}</Mark>
      <button
        type="button"
        class="quiet"
        aria-label={`${isOn ? "Disable" : "Enable"} ${rule.Name}`}
        onClick={() => onToggle(rule, !isOn)}
      >
        {isOn ? "Disable" : "Enable"}
      </button>
    </li>
  );
}
