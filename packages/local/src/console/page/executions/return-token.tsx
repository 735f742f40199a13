import { useState } from "preact/hooks";
import { returnToken } from "../aws/step-functions";
import { JsonField, TextField } from "../controls/field";
import { Outcome } from "../controls/notice";
import { useAction } from "../live/use-action";
import type { WaitingToken } from "./waiting-token";

interface ReturnTokenProps {
  readonly waiting: WaitingToken;
  readonly onReturn: () => void;
}

/** Lets a task that waits for its token go on, or fail. */
export function ReturnToken({ waiting, onReturn }: ReturnTokenProps) {
  const [output, setOutput] = useState("{}");
  const [error, setError] = useState("");
  const action = useAction();
  const give = () =>
    action.run(async () => {
      await returnToken(waiting.token, {
        output,
        error: error.trim(),
        cause: "Returned on the console page",
      });
      onReturn();
      return `${waiting.state} has its token back`;
    });
  return (
    <details class="panel fold">
      <summary>{waiting.state} waits for its token</summary>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void give();
        }}
      >
        <JsonField label="Output" rows={3} value={output} onChange={setOutput} />
        <TextField
          label="or an error's name"
          value={error}
          onChange={setError}
          hint="Named, the task fails with it"
        />
        <div class="actions">
          <button type="submit" class="primary" disabled={action.isBusy}>
            Return the token
          </button>
        </div>
        <Outcome action={action} />
      </form>
    </details>
  );
}
