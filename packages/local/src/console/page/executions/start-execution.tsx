import { useState } from "preact/hooks";
import { resourceOf } from "../aws/arn";
import { type StateMachine, startExecution } from "../aws/step-functions";
import { JsonField, TextField } from "../controls/field";
import { Outcome } from "../controls/notice";
import { useAction } from "../live/use-action";
import { go } from "../routing/route";

/** The form that starts an execution, folded up until it is wanted. */
export function StartExecution({ machine }: { machine: StateMachine }) {
  const [name, setName] = useState("");
  const [input, setInput] = useState("{}");
  const action = useAction();
  const start = () =>
    action.run(async () => {
      const arn = await startExecution(machine.stateMachineArn, name.trim(), input);
      go(["executions", machine.name, resourceOf(arn).name]);
      return "Started";
    });
  return (
    <details class="panel fold">
      <summary>Start an execution</summary>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void start();
        }}
      >
        <TextField label="Name" value={name} onChange={setName} hint="Left empty, it gets one of its own" />
        <JsonField label="Input" value={input} onChange={setInput} />
        <div class="actions">
          <button type="submit" class="primary" disabled={action.isBusy}>
            Start execution
          </button>
        </div>
        <Outcome action={action} />
      </form>
    </details>
  );
}
