import { listStateMachines, stateMachineArn } from "../aws/step-functions";
import { Instead } from "../controls/notice";
import { View } from "../controls/view";
import { usePolled } from "../live/use-polled";
import type { Route } from "../routing/route";
import { ExecutionView } from "./execution-view";
import { ExecutionsView } from "./executions-view";

/** `executions`, `executions/MACHINE` and `executions/MACHINE/NAME` */
export function ExecutionsRoom({ route }: { route: Route }) {
  const { value: machines, problem } = usePolled(listStateMachines, [], 10_000);
  const [, machineName = machines?.[0]?.name ?? "", execution] = route.path;
  const arn = stateMachineArn(machines ?? [], machineName);
  if (arn === undefined) {
    return (
      <View title="Executions">
        <Instead
          problem={problem}
          loading={machines === undefined}
          none={`There is no state machine ${machineName}.`}
        />
      </View>
    );
  }
  const machine = { name: machineName, stateMachineArn: arn };
  if (execution !== undefined) return <ExecutionView key={execution} machine={machine} name={execution} />;
  return <ExecutionsView key={arn} machine={machine} machines={machines ?? []} route={route} />;
}
