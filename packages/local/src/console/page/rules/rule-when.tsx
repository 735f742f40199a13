import type { Rule } from "../aws/rules";

/** When a rule is due, in short: the fields of its pattern, each with what it may be. */
export function RuleWhen({ rule }: { rule: Rule }) {
  const { ScheduleExpression, EventPattern = "{}" } = rule;
  if (ScheduleExpression !== undefined) return <code class="rule-when">{ScheduleExpression}</code>;
  return (
    <dl class="rule-when">
      {Object.entries(JSON.parse(EventPattern)).map(([field, wanted]) => (
        <div key={field}>
          <dt>{field}</dt>
          <dd>
            <code>{inShort(wanted)}</code>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function inShort(wanted: unknown): string {
  const isPlain = Array.isArray(wanted) && wanted.every((value) => typeof value === "string");
  return isPlain ? wanted.join(", ") : JSON.stringify(wanted);
}
