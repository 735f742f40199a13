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

/** Moves all messages back to where they came from, or to a queue of one's choice. */
export function Redrive({ queue, queues, onChange }: RedriveProps) {
  const isDeadLetters = queues.some(({ deadLetters }) => deadLetters === queue.arn);
  const others = queues.filter(({ arn }) => arn !== queue.arn);
  const first = isDeadLetters ? "" : (others[0]?.arn ?? "");
  const [to, setTo] = useState(first);
  const action = useAction();
  const move = () =>
    void action.run(async () => {
      await moveMessages(queue.arn, to);
      onChange();
      return "The messages are being moved";
    });
  return (
    <Panel title="Redrive">
      <SelectField label="Move all messages" value={to} onChange={setTo}>
        {isDeadLetters && <option value="">back to the queue they came from</option>}
        {others.map(({ name, arn }) => (
          <option key={arn} value={arn}>
            to {name}
          </option>
        ))}
      </SelectField>
      <p class="hint">
        An event that a rule could not deliver came from no queue: look at it and put it on its bus again.
      </p>
      <div class="actions">
        <button type="button" disabled={queue.waiting === 0 || (to === "" && !isDeadLetters)} onClick={move}>
          Start redrive
        </button>
      </div>
      <Outcome action={action} />
    </Panel>
  );
}
