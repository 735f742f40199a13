"use client";

import { NumberField } from "@base-ui/react/number-field";
import { Minus, Plus } from "lucide-react";
import { useId } from "react";

interface NumberStepperProps {
  label: string;
  /** The label is for those who do not see what stands around the number. */
  hideLabel?: boolean;
  /** What is counted, for example "minutes". */
  unit?: string;
  /** A line below that is always there. */
  hint?: string;
  /** What is wrong and what to do; takes the hint's place. */
  error?: string | null;
  value: number | null;
  onChange(value: number | null): void;
  min: number;
  max: number;
  step?: number;
  /** Halves are typed, too: a comma is a point then, and parts no thousands. */
  hasParts?: boolean;
  className?: string;
}

/** Where people write "2,5", and have no point on their keypad. */
function pointForComma(box: EventTarget): void {
  if (box instanceof HTMLInputElement && box.value.includes(",")) box.value = box.value.replace(",", ".");
}

const buttonLook =
  "grid size-13 shrink-0 place-items-center text-soft transition-colors hover:text-ink disabled:opacity-40";

/** A number between two buttons that wet fingers hit; it can be typed too. */
export function NumberStepper(props: NumberStepperProps) {
  const {
    label,
    hideLabel = false,
    unit,
    hint,
    error,
    value,
    onChange,
    min,
    max,
    step = 1,
    hasParts = false,
    className = "",
  } = props;
  const id = useId();
  return (
    <NumberField.Root
      id={id}
      value={value}
      onValueChange={onChange}
      min={min}
      max={max}
      step={step}
      smallStep={step}
      format={{ maximumFractionDigits: 2, useGrouping: false }}
      locale="en"
      className={className}
    >
      <label htmlFor={id} className={hideLabel ? "sr-only" : "mb-2 block font-semibold"}>
        {label}
        {unit && <span className="font-normal text-soft">, {unit}</span>}
      </label>
      <NumberField.Group
        onInputCapture={(event) => hasParts && pointForComma(event.target)}
        className={`flex w-full items-center rounded-edge border bg-enamel ${error ? "border-late" : "border-edge hover:border-ink"}`}
      >
        <NumberField.Decrement aria-label={`Less: ${label}`} className={buttonLook}>
          <Minus aria-hidden className="size-5" />
        </NumberField.Decrement>
        <NumberField.Input
          aria-describedby={`${id}-note`}
          aria-invalid={error ? true : undefined}
          className="numerals min-h-13 w-0 min-w-10 flex-1 border-hairline border-x bg-transparent text-center text-lead"
        />
        <NumberField.Increment aria-label={`More: ${label}`} className={buttonLook}>
          <Plus aria-hidden className="size-5" />
        </NumberField.Increment>
      </NumberField.Group>
      <p
        id={`${id}-note`}
        aria-live="polite"
        className={`mt-1.5 text-note text-soft ${hideLabel ? "" : "min-h-5"}`}
      >
        {error ? <span className="font-medium text-late">{error}</span> : hint}
      </p>
    </NumberField.Root>
  );
}
