import { useState } from "preact/hooks";
import {
  definitionOfMachine,
  type Execution,
  executionStatuses,
  listExecutions,
  type StateMachine,
} from "../aws/step-functions";
import { SelectField } from "../controls/field";
import { Instead } from "../controls/notice";
import { durationText, Time } from "../controls/time";
import { Panel, View } from "../controls/view";
import { StateGraph } from "../graph/state-graph";
import { usePolled } from "../live/use-polled";
import { changeQuery, go, hashOf, type Route } from "../routing/route";
import { ExecutionMark, statusText } from "./execution-mark";
import { StartExecution } from "./start-execution";

interface ExecutionsViewProps {
  readonly machine: StateMachine;
  readonly machines: readonly StateMachine[];
  readonly route: Route;
}

/** The executions of one state machine, and the machine itself. */
export function ExecutionsView({ machine, machines, route }: ExecutionsViewProps) {
  const { stateMachineArn } = machine;
  const wanted = route.query.get("status") ?? "";
  const status = executionStatuses.find((each) => each === wanted);
  const [pages, setPages] = useState(1);
  const list = () => listExecutions({ stateMachineArn, status, pages });
  const { value, problem } = usePolled(list, [stateMachineArn, status, pages], 1500);
  return (
    <View title="Executions" about="What each state machine does just now, and what it did.">
      <div class="filters">
        <SelectField label="State machine" value={machine.name} onChange={(name) => go(["executions", name])}>
          {machines.map(({ name }) => (
            <option key={name}>{name}</option>
          ))}
        </SelectField>
        <SelectField label="Status" value={wanted} onChange={(next) => changeQuery({ status: next })}>
          <option value="">any</option>
          {executionStatuses.map((each) => (
            <option key={each} value={each}>
              {statusText(each)}
            </option>
          ))}
        </SelectField>
      </div>
      <div class="columns even">
        <section aria-label="Executions">
          {value === undefined || value.executions.length === 0 ? (
            <Instead problem={problem} loading={value === undefined} none="No execution." />
          ) : (
            <ExecutionList machine={machine} executions={value.executions} />
          )}
          {value?.isAll === false && (
            <button type="button" onClick={() => setPages(pages + 1)}>
              Show older
            </button>
          )}
        </section>
        <div class="stack">
          <StartExecution machine={machine} />
          <MachinePanel machine={machine} />
        </div>
      </div>
    </View>
  );
}

function ExecutionList({ machine, executions }: { machine: StateMachine; executions: readonly Execution[] }) {
  return (
    <ul class="rows">
      {executions.map(({ executionArn, name, status, startDate, stopDate }) => (
        <li key={executionArn}>
          <a class="row execution" href={hashOf(["executions", machine.name, name])}>
            <Time at={startDate * 1000} />
            <span class="row-title">{name}</span>
            <span class="faint">
              {stopDate === undefined ? "" : durationText((stopDate - startDate) * 1000)}
            </span>
            <ExecutionMark status={status} />
          </a>
        </li>
      ))}
    </ul>
  );
}

function MachinePanel({ machine }: { machine: StateMachine }) {
  const { stateMachineArn, name } = machine;
  const { value } = usePolled(() => definitionOfMachine(stateMachineArn), [stateMachineArn], 0);
  const [chosen, setChosen] = useState("");
  return (
    <Panel title={name}>
      {value && <StateGraph name={name} definition={value} chosen={chosen} onChoose={setChosen} />}
    </Panel>
  );
}
