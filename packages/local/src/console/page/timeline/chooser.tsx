import { useState } from "preact/hooks";
import { listExecutions, listStateMachines } from "../aws/step-functions";
import { SelectField, TextField } from "../controls/field";
import { statusText } from "../executions/execution-mark";
import { usePolled } from "../live/use-polled";
import { go } from "../routing/route";
import type { Asked } from "./subject";

interface Choice {
  readonly machine: string;
  readonly name: string;
  readonly text: string;
}

/** The newest executions of every state machine. */
async function listChoices(): Promise<Choice[]> {
  const perMachine = (await listStateMachines()).map(async ({ stateMachineArn, name: machine }) => {
    const { executions } = await listExecutions({ stateMachineArn, status: undefined, pages: 1 });
    return executions.map(({ name, status, startDate }) => {
      const at = new Date(startDate * 1000).toLocaleTimeString("en-GB");
      return { machine, name, text: `${at} ${machine} ${name.slice(0, 8)}, ${statusText(status)}` };
    });
  });
  return (await Promise.all(perMachine)).flat();
}

/** Whose way is followed: an execution's, or whatever has a value. */
export function Chooser({ asked }: { asked: Asked }) {
  const choices = usePolled(listChoices, [], 4000).value ?? [];
  const [value, setValue] = useState(asked.value);
  const chosen = asked.execution === "" ? "" : JSON.stringify([asked.machine, asked.execution]);
  const isListed = choices.some(({ machine, name }) => JSON.stringify([machine, name]) === chosen);
  const choose = (text: string) => {
    const choice = choices.find(({ machine, name }) => JSON.stringify([machine, name]) === text);
    if (choice !== undefined) go(["timeline"], { machine: choice.machine, execution: choice.name });
  };
  return (
    <form
      class="filters"
      onSubmit={(event) => {
        event.preventDefault();
        go(["timeline"], { value: value.trim() });
      }}
    >
      <SelectField label="Execution" value={chosen} onChange={choose}>
        <option value="">choose one</option>
        {!isListed && chosen !== "" && <option value={chosen}>{asked.execution}</option>}
        {choices.map(({ machine, name, text }) => (
          <option key={name} value={JSON.stringify([machine, name])}>
            {text}
          </option>
        ))}
      </SelectField>
      <TextField label="or a value that events carry" type="search" value={value} onChange={setValue} />
      <button type="submit">Follow</button>
    </form>
  );
}
