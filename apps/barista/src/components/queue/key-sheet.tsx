"use client";

import { useBarSettings } from "@serverlesspresso/client/use-bar-settings";
import { Button } from "@serverlesspresso/ui/button";
import { Dialog } from "@serverlesspresso/ui/dialog";

const keys = [
  { keys: ["1", "9"], joined: "to", does: "Choose a ticket on the rail" },
  { keys: ["Shift", "1"], joined: "and", does: "Choose a drink on the counter" },
  { keys: ["←", "→"], joined: "or", does: "Choose the one before, the one after" },
  { keys: ["Enter"], joined: "", does: "Make, complete, collect what is chosen" },
  { keys: ["Z"], joined: "", does: "Undo the last tap, for 5 seconds" },
  { keys: ["R"], joined: "", does: "Recall what is chosen, or was ready last" },
  { keys: ["P"], joined: "", does: "Pause the shop" },
  { keys: ["?"], joined: "", does: "This page" },
] as const;

/** Which key does what, and the switch for all of them. */
export function KeySheet({ onClose }: { onClose(): void }) {
  const [settings, change] = useBarSettings();
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="By keyboard">
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2">
        {keys.map(({ keys: caps, joined, does }) => (
          <div key={does} className="col-span-2 grid grid-cols-subgrid">
            <dt className="flex items-center gap-1">
              {caps.map((cap, index) => (
                <span key={cap} className="contents">
                  {index > 0 && <span className="text-note text-soft">{joined}</span>}
                  <kbd className="grid min-h-8 min-w-8 place-items-center rounded-edge border border-edge bg-paper px-2 font-sans font-semibold">
                    {cap}
                  </kbd>
                </span>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label className="mt-6 flex min-h-11 items-center gap-3 border-hairline border-t pt-4 font-semibold">
        <input
          type="checkbox"
          className="size-6"
          checked={settings.keys}
          onChange={({ target }) => change({ keys: target.checked })}
        />
        Use these keys on this device
      </label>
      <Button size="large" className="mt-4 w-full" onClick={onClose}>
        Close
      </Button>
    </Dialog>
  );
}
