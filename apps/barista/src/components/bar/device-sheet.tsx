"use client";

import { useBarSettings } from "@serverlesspresso/client/use-bar-settings";
import { Button } from "@serverlesspresso/ui/button";
import { Dialog } from "@serverlesspresso/ui/dialog";
import { Volume1, Volume2 } from "lucide-react";
import { type BarChime, useBarSound } from "./use-bar-sound";

const chimes: readonly { chime: BarChime; name: string }[] = [
  { chime: "new-order", name: "New order" },
  { chime: "ageing", name: "An order waits long" },
  { chime: "connection-lost", name: "Connection lost" },
];

/** What is heard on this device, how loud, and whether keys do something. */
export function DeviceSheet({ onClose }: { onClose(): void }) {
  const [settings, change] = useBarSettings();
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Sounds and keys"
      description="Kept on this device, whoever works at it."
    >
      <Check name="Sound" checked={!settings.quiet} onChange={(wanted) => change({ quiet: !wanted })} />
      {!settings.quiet && <Sounds />}
      <div className="mt-2 border-hairline border-t pt-2">
        <Check
          name="Keys 1 to 9, Enter, Z, R, P"
          checked={settings.keys}
          onChange={(keys) => change({ keys })}
        />
      </div>
      <Button size="large" className="mt-4 w-full" onClick={onClose}>
        Done
      </Button>
    </Dialog>
  );
}

function Sounds() {
  const [{ volume, sounds }, change] = useBarSettings();
  const { tryOut } = useBarSound();
  return (
    <div className="pl-9">
      <label className="flex min-h-11 items-center gap-3">
        <span className="sr-only">Volume</span>
        <Volume1 aria-hidden className="size-5 shrink-0 text-soft" />
        <input
          type="range"
          className="h-11 flex-1"
          min={0.1}
          max={1}
          step={0.1}
          value={volume}
          onChange={({ target }) => change({ volume: target.valueAsNumber })}
          onPointerUp={() => tryOut("new-order")}
        />
        <Volume2 aria-hidden className="size-5 shrink-0 text-soft" />
      </label>
      {chimes.map(({ chime, name }) => (
        <div key={chime} className="flex items-center justify-between gap-3">
          <Check
            name={name}
            checked={sounds[chime]}
            onChange={(wanted) => change({ sounds: { ...sounds, [chime]: wanted } })}
          />
          <Button variant="plain" aria-label={`Hear it: ${name}`} onClick={() => tryOut(chime)}>
            Hear it
          </Button>
        </div>
      ))}
    </div>
  );
}

interface CheckProps {
  name: string;
  checked: boolean;
  onChange(checked: boolean): void;
}

function Check({ name, checked, onChange }: CheckProps) {
  return (
    <label className="flex min-h-11 items-center gap-3 font-semibold">
      <input
        type="checkbox"
        className="size-6 shrink-0"
        checked={checked}
        onChange={({ target }) => onChange(target.checked)}
      />
      {name}
    </label>
  );
}
