"use client";

import type { Choice } from "@serverlesspresso/contracts/menu";
import { ChipSet } from "@serverlesspresso/ui/chip-set";
import { NumberStepper } from "@serverlesspresso/ui/number-stepper";
import { SelectField } from "@serverlesspresso/ui/select-field";
import { TextField } from "@serverlesspresso/ui/text-field";
import { Trash2 } from "lucide-react";
import { IconButton } from "./icon-button";
import { additions, allergens, tints } from "./menu-words";

const usualParts = 15;
const mostLetters = 40;

interface ChoiceEditorProps {
  choice: Choice;
  isDefault: boolean;
  /** The last one of its group stays. */
  isLast: boolean;
  error: string | null;
  onChange(choice: Choice): void;
  onDefault(): void;
  onRemove(): void;
}

/** One way to have a drink: its name, what it brings into the cup, its allergens. */
export function ChoiceEditor(props: ChoiceEditorProps) {
  const { choice, isDefault, isLast, error, onChange, onDefault, onRemove } = props;
  const { adds, milk } = choice;
  const named = choice.name || "this choice";
  return (
    <li className="grid gap-3 py-4">
      <div className="flex items-start gap-2">
        <TextField
          label={`Name of ${named}`}
          hideLabel
          value={choice.name}
          maxLength={mostLetters}
          autoComplete="off"
          error={error}
          onChange={({ target }) => onChange({ ...choice, name: target.value })}
          className="min-w-0 flex-1"
        />
        <label className="relative flex min-h-14 shrink-0 items-center gap-2 px-2 text-note">
          <input
            type="radio"
            checked={isDefault}
            onChange={onDefault}
            className="size-5"
            aria-label={`${named} is the usual one`}
          />
          the usual
        </label>
        <span className="flex min-h-14 items-center">
          <IconButton label={`Leave out ${named}`} icon={Trash2} disabled={isLast} onClick={onRemove} />
        </span>
      </div>
      <div className="flex flex-wrap items-start gap-2">
        <SelectField
          label={`Milk of ${named}`}
          hideLabel
          items={tints}
          value={milk ?? "none"}
          onChange={(tint) => {
            const { milk: _, ...rest } = choice;
            onChange(tint === "none" ? rest : { ...rest, milk: tint });
          }}
          className="min-w-44 flex-1"
        />
        <SelectField
          label={`What ${named} adds`}
          hideLabel
          items={additions}
          value={adds?.ingredient ?? "nothing"}
          onChange={(ingredient) => {
            const { adds: _, ...rest } = choice;
            if (ingredient === "nothing") onChange(rest);
            else onChange({ ...rest, adds: { ingredient, parts: adds?.parts ?? usualParts } });
          }}
          className="min-w-44 flex-1"
        />
        {adds && (
          <NumberStepper
            label={`Parts that ${named} adds`}
            hideLabel
            min={1}
            max={1000}
            step={5}
            value={adds.parts}
            onChange={(parts) => parts !== null && onChange({ ...choice, adds: { ...adds, parts } })}
            className="w-44"
          />
        )}
      </div>
      <ChipSet
        name={`Allergens of ${named}`}
        hideName
        items={allergens}
        value={choice.allergens}
        onChange={(next) => onChange({ ...choice, allergens: next })}
      />
    </li>
  );
}
