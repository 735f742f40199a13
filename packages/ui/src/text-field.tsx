import { CircleAlert } from "lucide-react";
import { type ComponentProps, useId } from "react";

interface TextFieldProps extends ComponentProps<"input"> {
  label: string;
  /** The label is for those who do not see what stands around the box. */
  hideLabel?: boolean;
  /** A line under the box that is always there. */
  hint?: string;
  /** What is wrong and what to do; takes the hint's place. */
  error?: string | null;
}

/** A labelled box to type in; its error is tied to it and announced. */
export function TextField({
  label,
  hideLabel = false,
  hint,
  error,
  className = "",
  id,
  ...props
}: TextFieldProps) {
  const ownId = useId();
  const inputId = id ?? ownId;
  const noteId = `${inputId}-note`;
  return (
    <div className={className}>
      <label htmlFor={inputId} className={hideLabel ? "sr-only" : "mb-2 block font-semibold"}>
        {label}
      </label>
      <input
        id={inputId}
        aria-invalid={error ? true : undefined}
        aria-describedby={noteId}
        className="block min-h-14 w-full rounded-edge border border-edge bg-enamel px-4 text-lead text-ink transition-colors placeholder:text-soft/70 hover:border-ink aria-invalid:border-late"
        {...props}
      />
      <p id={noteId} aria-live="polite" className="mt-2 min-h-5 text-note text-soft">
        {error ? <FieldError text={error} /> : hint}
      </p>
    </div>
  );
}

function FieldError({ text }: { text: string }) {
  return (
    <span className="flex items-start gap-2 font-medium text-late">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      {text}
    </span>
  );
}
