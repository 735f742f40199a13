"use client";

import type { Layer } from "@serverlesspresso/contracts/menu";
import { Button } from "@serverlesspresso/ui/button";
import { NumberStepper } from "@serverlesspresso/ui/number-stepper";
import { SelectField } from "@serverlesspresso/ui/select-field";
import { Plus, Trash2 } from "lucide-react";
import { useRef } from "react";
import { moveBy, replaceAt, withoutAt } from "./edit-drinks";
import { IconButton } from "./icon-button";
import { ingredients } from "./menu-words";
import { MoveButtons } from "./move-buttons";
import { focusHome } from "./use-focus-home";

const mostLayers = 8;

interface RecipeEditorProps {
  recipe: readonly Layer[];
  onChange(recipe: Layer[]): void;
}

/** The layers of a drink as they lie in the cup: the top one first. */
export function RecipeEditor({ recipe, onChange }: RecipeEditorProps) {
  const layers = [...recipe].reverse();
  const change = (next: Layer[]) => onChange(next.reverse());
  const list = useRef<HTMLUListElement>(null);
  // The rows stay, what stands in them moves: whoever presses again means the same layer.
  const move = (at: number, by: 1 | -1) => {
    change(moveBy(layers, at, by));
    const buttons = list.current?.children[at + by]?.querySelectorAll<HTMLElement>("[aria-label^='Move ']");
    buttons?.[by === -1 ? 0 : 1]?.focus();
  };
  const nameOf = ({ ingredient }: Layer) =>
    ingredients.find(({ id }) => id === ingredient)?.name ?? ingredient;
  return (
    <section {...focusHome} aria-label="Recipe">
      <h3 className="font-bold text-lead">Recipe</h3>
      <p className="text-note text-soft">From the top of the cup to its bottom, in parts or millilitres.</p>
      <ul ref={list} className="mt-3 grid gap-3">
        {layers.map((layer, at) => (
          // Layers have no name of their own: a place is what they are.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={at} className="flex flex-wrap items-start gap-x-2 gap-y-1">
            <SelectField
              label={`Layer ${at + 1} from the top`}
              hideLabel
              items={ingredients}
              value={layer.ingredient}
              onChange={(ingredient) => change(replaceAt(layers, at, { ...layer, ingredient }))}
              className="min-w-36 flex-1"
            />
            <NumberStepper
              label={`Parts of ${nameOf(layer)}, layer ${at + 1}`}
              hideLabel
              min={1}
              max={1000}
              step={5}
              value={layer.parts}
              onChange={(parts) => parts !== null && change(replaceAt(layers, at, { ...layer, parts }))}
              className="w-44"
            />
            <span className="flex">
              <MoveButtons name={nameOf(layer)} at={at} count={layers.length} onMove={(by) => move(at, by)} />
              <IconButton
                label={`Leave out ${nameOf(layer)}, layer ${at + 1}`}
                icon={Trash2}
                disabled={layers.length === 1}
                onClick={() => change(withoutAt(layers, at))}
              />
            </span>
          </li>
        ))}
      </ul>
      {recipe.length < mostLayers && (
        <Button
          variant="outline"
          className="mt-3"
          onClick={() => onChange([...recipe, { ingredient: "milk", parts: 60 }])}
        >
          <Plus aria-hidden className="size-5" />
          Layer on top
        </Button>
      )}
    </section>
  );
}
