import type { SentEvent } from "../aws/events";
import { putEvent } from "../aws/events";
import { JsonField, SelectField, TextField } from "../controls/field";
import { jsonProblem } from "../controls/json";
import { Outcome } from "../controls/notice";
import { Panel } from "../controls/view";
import { useAction } from "../live/use-action";
import { useSentEvents } from "./sent-events";

interface SendEventProps {
  readonly draft: SentEvent;
  readonly onDraft: (draft: SentEvent) => void;
  readonly buses: readonly string[];
  /** What the rules wait for and what was seen: offered while typing. */
  readonly sources: readonly string[];
  readonly types: readonly string[];
}

/** The form that puts an event on a bus, and the events last sent by it. */
export function SendEvent({ draft, onDraft, buses, sources, types }: SendEventProps) {
  const action = useAction();
  const { sent, remember, forget } = useSentEvents();
  const change = (changes: Partial<SentEvent>) => onDraft({ ...draft, ...changes });
  const send = (event: SentEvent) =>
    void action.run(async () => {
      if (jsonProblem(event.detail) !== undefined) throw new Error("The detail is not JSON yet.");
      const id = await putEvent(event);
      remember(event);
      return `Sent ${event.type}: ${id}`;
    });
  return (
    <Panel title="Send an event">
      <form
        class="form"
        onSubmit={(submitted) => {
          submitted.preventDefault();
          send(draft);
        }}
      >
        <SelectField label="Event bus" value={draft.bus} onChange={(bus) => change({ bus })}>
          {[...new Set([...buses, draft.bus])].map((bus) => (
            <option key={bus}>{bus}</option>
          ))}
        </SelectField>
        <TextField
          label="Source"
          value={draft.source}
          choices={sources}
          required
          onChange={(source) => change({ source })}
        />
        <TextField
          label="Detail type"
          value={draft.type}
          choices={types}
          required
          onChange={(type) => change({ type })}
        />
        <JsonField label="Detail" value={draft.detail} onChange={(detail) => change({ detail })} />
        <div class="actions">
          <button type="submit" class="primary" disabled={action.isBusy}>
            Send event
          </button>
        </div>
        <Outcome action={action} />
      </form>
      {sent.length > 0 && <LastSent sent={sent} onSend={send} onEdit={onDraft} onForget={forget} />}
    </Panel>
  );
}

interface LastSentProps {
  readonly sent: readonly SentEvent[];
  readonly onSend: (event: SentEvent) => void;
  readonly onEdit: (event: SentEvent) => void;
  readonly onForget: () => void;
}

function LastSent({ sent, onSend, onEdit, onForget }: LastSentProps) {
  return (
    <>
      <div class="field-head">
        <h3>Last sent</h3>
        <button type="button" class="quiet" onClick={onForget}>
          Forget all
        </button>
      </div>
      <ul class="last-sent">
        {sent.map((event) => (
          <li key={JSON.stringify(event)}>
            <span class="last-sent-event">
              <span>{event.type}</span>
              <code>{event.detail}</code>
            </span>
            <span class="actions">
              <button
                type="button"
                class="quiet"
                aria-label={`Edit ${event.type}`}
                onClick={() => onEdit(event)}
              >
                Edit
              </button>
              <button
                type="button"
                class="quiet"
                aria-label={`Send ${event.type} again`}
                onClick={() => onSend(event)}
              >
                Send again
              </button>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
