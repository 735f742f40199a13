"use client";

import type { Drink, OptionGroup } from "@serverlesspresso/contracts/menu";
import { Button } from "@serverlesspresso/ui/button";
import { TextField } from "@serverlesspresso/ui/text-field";
import { AddByName } from "./add-by-name";
import { ChoiceEditor } from "./choice-editor";
import { newChoice, replaceAt, withoutAt } from "./edit-drinks";
import { type Problem, problemAt } from "./problem-at";
import { focusHome } from "./use-focus-home";

const mostChoices = 12;
const mostLetters = 40;

interface GroupEditorProps {
  group: OptionGroup;
  drink: Drink;
  /** All drinks of the draft: what another one has is known here. */
  drinks: readonly Drink[];
  problem: Problem | null;
  onChange(group: OptionGroup): void;
  onRemove(): void;
}

/** One question to the customer, with its answers. */
export function GroupEditor({ group, drink, drinks, problem, onChange, onRemove }: GroupEditorProps) {
  const { choices } = group;
  const setChoices = (next: OptionGroup["choices"]) => {
    const usual = next.find(({ id }) => id === group.default) ?? next[0];
    onChange({ ...group, choices: next, default: usual?.id ?? group.default });
  };
  return (
    <section
      {...focusHome}
      aria-label={group.name || "Option"}
      className="rounded-edge border border-hairline p-4"
    >
      <div className="flex items-start gap-3">
        <TextField
          label="Name of the option"
          value={group.name}
          maxLength={mostLetters}
          autoComplete="off"
          error={problemAt(problem, ["name"])}
          onChange={({ target }) => onChange({ ...group, name: target.value })}
          className="min-w-0 flex-1"
        />
        <Button variant="outline" onClick={onRemove} className="mt-8 min-h-14">
          Leave out
        </Button>
      </div>
      <ul className="divide-y divide-hairline">
        {choices.map((choice, at) => (
          <ChoiceEditor
            key={choice.id}
            choice={choice}
            isDefault={choice.id === group.default}
            isLast={choices.length === 1}
            error={problemAt(problem, ["choices", at, "name"])}
            onChange={(next) => setChoices(replaceAt(choices, at, next))}
            onDefault={() => onChange({ ...group, default: choice.id })}
            onRemove={() => setChoices(withoutAt(choices, at))}
          />
        ))}
      </ul>
      {choices.length < mostChoices && (
        <AddByName what="choice" onAdd={(name) => setChoices([...choices, newChoice(name, drink, drinks)])} />
      )}
    </section>
  );
}
