import { listRules } from "../aws/rules";
import { Instead } from "../controls/notice";
import { View } from "../controls/view";
import { usePolled } from "../live/use-polled";
import type { Route } from "../routing/route";
import { RuleView } from "./rule-view";
import { RulesView } from "./rules-view";

/** `rules`, `rules/new` and `rules/BUS/NAME` */
export function RulesRoom({ route }: { route: Route }) {
  const { value: rules, problem, refresh } = usePolled(listRules, [], 3000);
  const [, bus, name] = route.path;
  if (bus === undefined)
    return <RulesView rules={rules} problem={problem} route={route} onChange={refresh} />;
  if (bus === "new") return <RuleView rule={undefined} route={route} onChange={refresh} />;
  const rule = rules?.find((each) => each.EventBusName === bus && each.Name === name);
  // Its key keeps what is being typed while the list is asked again, and begins anew for another rule.
  if (rule !== undefined)
    return <RuleView key={`${bus}/${name}`} rule={rule} route={route} onChange={refresh} />;
  return (
    <View title={`Rule ${name ?? ""}`}>
      <Instead problem={problem} loading={rules === undefined} none={`The bus ${bus} has no such rule.`} />
    </View>
  );
}
