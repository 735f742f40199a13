import { listFunctions } from "../aws/lambda";
import { listLogGroups } from "../aws/logs";
import { listQueues } from "../aws/queues";
import { listStateMachines } from "../aws/step-functions";

export type TargetChoices = readonly {
  readonly kind: string;
  readonly items: readonly { readonly name: string; readonly arn: string }[];
}[];

/** All that a rule can deliver to, by kind and name. */
export async function listTargetChoices(): Promise<TargetChoices> {
  const [functions, machines, groups, queues] = await Promise.all([
    listFunctions(),
    listStateMachines(),
    listLogGroups(),
    listQueues(),
  ]);
  const kinds = [
    { kind: "Functions", items: functions },
    { kind: "State machines", items: machines.map(({ name, stateMachineArn: arn }) => ({ name, arn })) },
    { kind: "Log groups", items: groups },
    { kind: "Queues", items: queues },
  ];
  return kinds.map(({ kind, items }) => ({
    kind,
    items: items.toSorted((one, other) => one.name.localeCompare(other.name)),
  }));
}
