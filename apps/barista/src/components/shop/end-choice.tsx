"use client";

import { ChipGroup } from "@serverlesspresso/ui/chip-group";
import { TextField } from "@serverlesspresso/ui/text-field";
import type { End } from "./end";

interface EndChoiceProps {
  name: string;
  /** The lengths on offer, in minutes. */
  minutes: readonly number[];
  /** What it is called where it has no end of its own. */
  open?: string;
  end: End;
  /** Why it is no end yet. */
  error: string | null;
  onChange(end: End): void;
}

/** When something ends: in some minutes, at a time, or when somebody says so. */
export function EndChoice({ name, minutes, open, end, error, onChange }: EndChoiceProps) {
  const items = [
    ...minutes.map((each) => ({ id: String(each), name: `${each} min` })),
    { id: "clock", name: "At a time" },
    ...(open === undefined ? [] : [{ id: "open", name: open }]),
  ];
  return (
    <div>
      <ChipGroup
        name={name}
        items={items}
        value={end.kind === "minutes" ? String(end.minutes) : end.kind}
        onChange={(id) => {
          if (id === "open") onChange({ kind: "open" });
          else if (id === "clock") onChange({ kind: "clock", clock: "" });
          else onChange({ kind: "minutes", minutes: Number(id) });
        }}
      />
      {end.kind === "clock" && (
        <TextField
          className="mt-4"
          type="time"
          label="Time"
          hint="By the shop’s clock."
          error={error}
          value={end.clock}
          onChange={({ target }) => onChange({ kind: "clock", clock: target.value })}
        />
      )}
    </div>
  );
}
