import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { jsonProblem, prettyJson } from "./json";

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
}

interface TextFieldProps extends FieldProps {
  readonly type?: "text" | "search";
  readonly required?: boolean;
  readonly mono?: boolean;
  readonly readOnly?: boolean;
  readonly placeholder?: string;
  /** Offered while typing. */
  readonly choices?: readonly string[];
}

export function TextField({ label, value, onChange, hint, mono, choices, ...rest }: TextFieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        {...rest}
        id={id}
        class={mono ? "mono" : ""}
        value={value}
        list={choices && `${id}-choices`}
        autocomplete="off"
        spellcheck={false}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
      />
      {choices && (
        <datalist id={`${id}-choices`}>
          {choices.map((choice) => (
            <option key={choice} value={choice} />
          ))}
        </datalist>
      )}
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

interface SelectFieldProps extends FieldProps {
  readonly children: ComponentChildren;
}

/** Its children are the options. */
export function SelectField({ label, value, onChange, children }: SelectFieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        {children}
      </select>
    </div>
  );
}

interface JsonFieldProps extends FieldProps {
  readonly rows?: number;
}

/** A text that must be JSON; says where it is not, and sets it out on request. */
export function JsonField({ label, value, onChange, hint, rows = 6 }: JsonFieldProps) {
  const id = useId();
  const problem = value.trim() === "" ? undefined : jsonProblem(value);
  return (
    <div class="field wide">
      <div class="field-head">
        <label for={id}>{label}</label>
        <button
          type="button"
          class="quiet"
          disabled={problem !== undefined}
          aria-label={`Set out ${label}`}
          onClick={() => onChange(prettyJson(value))}
        >
          Set out
        </button>
      </div>
      <textarea
        id={id}
        class="mono"
        rows={rows}
        value={value}
        spellcheck={false}
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-hint`}
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
      />
      <p class={problem === undefined ? "hint" : "hint bad"} id={`${id}-hint`} aria-live="polite">
        {problem === undefined ? (hint ?? "") : `Not JSON yet: ${problem}`}
      </p>
    </div>
  );
}
