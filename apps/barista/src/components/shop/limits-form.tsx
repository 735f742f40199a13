"use client";

import { type Shop, settingsOf } from "@serverlesspresso/contracts/shop";
import { Button } from "@serverlesspresso/ui/button";
import { NumberStepper } from "@serverlesspresso/ui/number-stepper";
import { useState } from "react";
import { ConflictDialog } from "./conflict-dialog";
import { keptOf, type LimitField, type LimitName, limitSections, shownOf } from "./limit-fields";
import { changedLimits, checkLimits } from "./typed-limits";
import { useShopEdit } from "./use-shop-edit";
import { useTypedLimits } from "./use-typed-limits";

interface LimitsFormProps {
  shop: Shop;
  sub: string;
}

/** The limits of the shop, to be set; nothing counts until it is saved. */
export function LimitsForm({ shop, sub }: LimitsFormProps) {
  const editing = useShopEdit();
  const { base, typed, type, clear, settle } = useTypedLimits(sub, shop);
  const [saved, setSaved] = useState(false);
  const changed = changedLimits(shop.limits, typed);
  const checked = checkLimits(base.limits, typed);
  const problems = "problems" in checked ? checked.problems : {};

  function save(): void {
    if ("problems" in checked) return;
    const edit = { base, wanted: { ...settingsOf(base), limits: checked.limits } };
    editing.save(edit, (now) => {
      settle(typed, now);
      setSaved(true);
    });
  }

  return (
    <form
      className="flex min-h-full flex-col"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {/* What is reached by key or by typing is not hidden behind the bar that saves it. */}
      <div className="grid flex-1 content-start gap-8 p-4 md:p-6 [&_input]:scroll-mb-24">
        {limitSections.map(({ title, fields }) => (
          <fieldset key={title} className="min-w-0">
            <legend className="font-bold font-display text-lead">{title}</legend>
            <div className="mt-3 grid grid-cols-1 gap-x-6 gap-y-3 sm:grid-cols-2">
              {fields.map((field) => (
                <LimitBox
                  key={field.name}
                  field={field}
                  kept={typed[field.name] === undefined ? shop.limits[field.name] : typed[field.name]}
                  error={problems[field.name] ?? null}
                  onChange={(value) => {
                    setSaved(false);
                    type(field.name, value);
                  }}
                />
              ))}
            </div>
          </fieldset>
        ))}
      </div>
      <SaveBar
        changes={changed.length}
        saved={saved}
        {...editing}
        wrong={wrongWords(problems)}
        onDrop={clear}
      />
      <ConflictDialog editing={editing} />
    </form>
  );
}

interface LimitBoxProps {
  field: LimitField;
  kept: number | null | undefined;
  error: string | null;
  onChange(kept: number | null): void;
}

function LimitBox({ field, kept, error, onChange }: LimitBoxProps) {
  return (
    <NumberStepper
      label={field.label}
      unit={field.unit}
      hint={field.hint}
      error={error}
      min={field.min}
      max={field.max}
      hasParts={field.unit === "minutes"}
      value={kept === null || kept === undefined ? null : shownOf(field, kept)}
      onChange={(shown) => onChange(shown === null ? null : keptOf(field, shown))}
    />
  );
}

interface SaveBarProps {
  changes: number;
  saved: boolean;
  busy: boolean;
  /** What keeps it from being saved, wherever its box stands; empty if nothing does. */
  wrong: string;
  error: string | null;
  onDrop(): void;
}

/** Always in sight while something is typed that does not count yet. */
function SaveBar({ changes, saved, busy, wrong, error, onDrop }: SaveBarProps) {
  return (
    <div className="sticky bottom-0 border-hairline border-t bg-paper px-4 py-3 md:px-6">
      <p role="alert" className="mb-2 font-medium text-late empty:hidden">
        {error}
      </p>
      <div className="flex flex-wrap items-center gap-3">
        <p role="status" className={`min-w-40 flex-1 ${wrong ? "font-medium text-late" : "text-soft"}`}>
          {wrong || changesWords(changes, saved)}
        </p>
        <Button variant="outline" disabled={changes === 0 || busy} onClick={onDrop}>
          Put back
        </Button>
        <Button type="submit" disabled={changes === 0 || wrong !== ""} aria-disabled={busy}>
          {busy ? "Saving…" : "Save"}
        </Button>
      </div>
    </div>
  );
}

function wrongWords(problems: Partial<Record<LimitName, string>>): string {
  const fields = limitSections.flatMap((section) => section.fields);
  const wrong = fields.find(({ name }) => problems[name] !== undefined);
  return wrong === undefined ? "" : `${wrong.label}: ${problems[wrong.name]}`;
}

function changesWords(changes: number, saved: boolean): string {
  if (changes > 0) return changes === 1 ? "1 change is not saved" : `${changes} changes are not saved`;
  return saved ? "Saved: everybody has it now" : "As it is for everybody";
}
