import { resourceOf } from "../aws/arn";
import { hashOf } from "../routing/route";

/** A resource by its kind and name, leading to where it can be seen. */
export function ResourceLink({ arn }: { arn: string }) {
  const { kind, name } = resourceOf(arn);
  const path = pathOf(kind, name);
  return (
    <span class="resource" title={arn}>
      <span class="faint">{kind === "other" ? "" : kind} </span>
      {path === undefined ? name : <a href={hashOf(path)}>{name}</a>}
    </span>
  );
}

function pathOf(kind: string, name: string): string[] | undefined {
  switch (kind) {
    case "function":
      return ["logs", `/aws/lambda/${name}`];
    case "state machine":
      return ["executions", name];
    case "log group":
      return ["logs", name];
    case "queue":
      return ["queues", name];
    default:
      return undefined;
  }
}
