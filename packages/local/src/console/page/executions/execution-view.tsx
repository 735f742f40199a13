import { useEffect, useState } from "preact/hooks";
import {
  type DescribedExecution,
  definitionOf,
  describeExecution,
  type HistoryEvent,
  readHistory,
  type StateMachine,
  stopExecution,
} from "../aws/step-functions";
import { ConfirmButton } from "../controls/confirm-button";
import { Json } from "../controls/json";
import { Instead, Outcome } from "../controls/notice";
import { durationText, Time } from "../controls/time";
import { Unfold } from "../controls/unfold";
import { Panel, View } from "../controls/view";
import { StateGraph } from "../graph/state-graph";
import { walkOf } from "../graph/walk";
import { useAction } from "../live/use-action";
import { usePolled } from "../live/use-polled";
import { hashOf } from "../routing/route";
import { ExecutionMark } from "./execution-mark";
import { History } from "./history";
import { ReturnToken } from "./return-token";
import { waitingToken } from "./waiting-token";

interface Seen {
  readonly execution: DescribedExecution;
  readonly definition: string;
  readonly events: readonly HistoryEvent[];
}

async function look(arn: string): Promise<Seen> {
  const [execution, definition, events] = await Promise.all([
    describeExecution(arn),
    definitionOf(arn),
    readHistory(arn),
  ]);
  return { execution, definition, events };
}

/** One execution: its graph with the current state lit, its history beside it. */
export function ExecutionView({ machine, name }: { machine: StateMachine; name: string }) {
  const arn = `${machine.stateMachineArn.replace(":stateMachine:", ":execution:")}:${name}`;
  const [isOver, setOver] = useState(false);
  const { value, problem, refresh } = usePolled(() => look(arn), [arn], isOver ? 5000 : 1000);
  const [chosen, setChosen] = useState("");
  const waiting = value && waitingToken(value.events);
  const status = value?.execution.status ?? "RUNNING";
  useEffect(() => setOver(status !== "RUNNING"), [status]);
  return (
    <View
      title={name}
      about={<a href={hashOf(["executions", machine.name])}>{machine.name}: all executions</a>}
      actions={
        <>
          <a class="button" href={hashOf(["timeline"], { machine: machine.name, execution: name })}>
            Timeline
          </a>
          <StopButton arn={arn} isRunning={value !== undefined && status === "RUNNING"} onStop={refresh} />
        </>
      }
    >
      {value === undefined ? (
        <Instead problem={problem} loading none="" />
      ) : (
        <>
          <Facts execution={value.execution} />
          <div class="columns graphic">
            <Panel title="States">
              <StateGraph
                name={machine.name}
                definition={value.definition}
                walk={walkOf(value.events, value.execution.status)}
                chosen={chosen}
                onChoose={setChosen}
              />
            </Panel>
            <div class="stack">
              {waiting && <ReturnToken key={waiting.token} waiting={waiting} onReturn={refresh} />}
              <History events={value.events} state={chosen} onAll={() => setChosen("")} />
            </div>
          </div>
        </>
      )}
    </View>
  );
}

interface StopButtonProps {
  readonly arn: string;
  readonly isRunning: boolean;
  readonly onStop: () => void;
}

function StopButton({ arn, isRunning, onStop }: StopButtonProps) {
  const action = useAction();
  const stop = () =>
    action.run(async () => {
      await stopExecution(arn);
      onStop();
      return "Stopped";
    });
  return (
    <>
      <ConfirmButton
        label="Stop execution"
        question="Stop this execution? It ends as aborted and cannot go on."
        confirm="Stop it"
        disabled={!isRunning}
        onConfirm={stop}
      />
      <Outcome action={action} />
    </>
  );
}

function Facts({ execution }: { execution: DescribedExecution }) {
  const { status, startDate, stopDate, input, output, error, cause } = execution;
  return (
    <div class="facts">
      <dl>
        <div>
          <dt>Status</dt>
          <dd>
            <ExecutionMark status={status} />
          </dd>
        </div>
        <div>
          <dt>Started</dt>
          <dd>
            <Time at={startDate * 1000} />
          </dd>
        </div>
        {stopDate !== undefined && (
          <div>
            <dt>Took</dt>
            <dd>{durationText((stopDate - startDate) * 1000)}</dd>
          </div>
        )}
        {error !== undefined && (
          <div>
            <dt>Error</dt>
            <dd class="bad">{cause === undefined ? error : `${error}: ${cause}`}</dd>
          </div>
        )}
      </dl>
      <Unfold summary="Input">{() => <Json value={input ?? ""} label="Input" />}</Unfold>
      {output !== undefined && (
        <Unfold summary="Output">{() => <Json value={output} label="Output" />}</Unfold>
      )}
    </div>
  );
}
