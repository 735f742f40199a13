import { useState } from "preact/hooks";
import { moveMessages, type Queue } from "../aws/queues";
import { SelectField } from "../controls/field";
import { Outcome } from "../controls/notice";
import { Panel } from "../controls/view";
import { useAction } from "../live/use-action";

interface RedriveProps {
  readonly queue: Queue;
  readonly queues: readonly Queue[];
  readonly onChange: () => void;
}

/** Moves all dead letters of a queue back to where they came from, or to a queue of one's choice; SQS moves no others. */
export function Redrive({ queue, queues, onChange }: RedriveProps) {
  const isDeadLetters = queues.some(({ deadLetters }) => deadLetters === queue.arn);
  const others = queues.filter(({ arn }) => arn !== queue.arn);
  const [to, setTo] = useState("");
  const action = useAction();
  const move = () =>
    void action.run(async () => {
      await moveMessages(queue.arn, to);
      onChange();
      return "The messages are being moved";
    });
  return (
    <Panel title="Redrive">
      {isDeadLetters && (
        <>
          <SelectField label="Move all messages" value={to} onChange={setTo}>
            <option value="">back to the queue they came from</option>
            {others.map(({ name, arn }) => (
              <option key={arn} value={arn}>
                to {name}
              </option>
            ))}
          </SelectField>
          <div class="actions">
            <button type="button" disabled={queue.waiting === 0} onClick={move}>
              Start redrive
            </button>
          </div>
        </>
      )}
      <p class="hint">
        {!isDeadLetters && "Only a queue that takes another's dead letters can be redriven. "}
        An event that a rule could not deliver came from no queue: look at it and put it on its bus again.
      </p>
      <Outcome action={action} />
    </Panel>
  );
}
