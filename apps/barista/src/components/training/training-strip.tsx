"use client";

import { useIsTraining } from "@serverlesspresso/client/use-is-training";
import { GraduationCap } from "lucide-react";
import { useRobots } from "./robots-provider";
import { barBeforeTraining } from "./training-shop";

const speeds = { min: 1, max: 20 } as const;

/** What is special about this shop, and who else is in it. Shown in a shop to practise in only. */
export function TrainingStrip() {
  const { settings, change } = useRobots();
  if (!useIsTraining()) return null;
  return (
    <section
      aria-label="Training"
      className="flex flex-wrap items-center gap-x-6 gap-y-1 border-hairline border-b bg-enamel px-4 py-1 md:px-6"
    >
      <p className="flex items-center gap-2 text-note">
        <GraduationCap aria-hidden className="size-5 shrink-0 text-copper" />
        Nobody drinks what is made here.
      </p>
      <Toggle name="Robot guests" on={settings.guests} onChange={(guests) => change({ guests })} />
      <Toggle name="Robot barista" on={settings.barista} onChange={(barista) => change({ barista })} />
      <label className="flex min-h-11 items-center gap-3 text-note">
        Speed
        <input
          type="range"
          {...speeds}
          value={settings.speed}
          aria-valuetext={`${settings.speed} times`}
          onChange={(event) => change({ speed: event.target.valueAsNumber })}
          className="h-11 w-36"
        />
        <span className="numerals w-8">{settings.speed}×</span>
      </label>
      <a
        href={barBeforeTraining()}
        className="ml-auto inline-flex min-h-11 items-center font-semibold text-note underline decoration-2 decoration-hairline underline-offset-4 hover:decoration-copper"
      >
        Back to the bar
      </a>
    </section>
  );
}

interface ToggleProps {
  name: string;
  on: boolean;
  onChange(on: boolean): void;
}

function Toggle({ name, on, onChange }: ToggleProps) {
  return (
    <label className="flex min-h-11 cursor-pointer items-center gap-2 font-semibold text-note">
      <input
        type="checkbox"
        checked={on}
        onChange={(event) => onChange(event.target.checked)}
        className="size-5"
      />
      {name}
    </label>
  );
}
