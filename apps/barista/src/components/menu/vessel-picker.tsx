import type { Drink, Vessel } from "@serverlesspresso/contracts/menu";
import { Cup } from "@serverlesspresso/ui/cup";
import { useId } from "react";
import { vessels } from "./menu-words";

interface VesselPickerProps {
  drink: Drink;
  onChange(vessel: Vessel): void;
}

/** What the drink is served in, drawn with the drink in it. */
export function VesselPicker({ drink, onChange }: VesselPickerProps) {
  const id = useId();
  return (
    <div role="radiogroup" aria-labelledby={`${id}-name`}>
      <p id={`${id}-name`} className="mb-2 font-semibold">
        Served in
      </p>
      <div className="isolate flex flex-wrap gap-2">
        {vessels.map((vessel) => (
          <label key={vessel.id} className="relative">
            <input
              type="radio"
              name={id}
              checked={vessel.id === drink.vessel}
              onChange={() => onChange(vessel.id)}
              className="peer absolute inset-0 z-10 size-full cursor-pointer opacity-0"
            />
            <span className="flex w-24 flex-col items-center rounded-edge border border-edge px-1 pt-1 pb-2 text-center text-note transition-colors peer-hover:border-ink peer-checked:border-copper peer-checked:font-semibold peer-checked:ring-2 peer-checked:ring-copper peer-focus-visible:outline-3 peer-focus-visible:outline-copper peer-focus-visible:outline-offset-3">
              <Cup drink={{ ...drink, vessel: vessel.id }} size={64} steaming={false} />
              {vessel.name}
            </span>
          </label>
        ))}
      </div>
    </div>
  );
}
