import { Unplug } from "lucide-react";

/** What is shown may be old. */
export function StaleNotice() {
  return (
    <div role="alert" className="flex min-w-0 flex-1 items-center gap-3">
      <Unplug aria-hidden className="size-6 shrink-0" />
      <p className="text-note">
        <strong className="block font-semibold">No connection to the bar</strong>
        What you see may be old.
      </p>
    </div>
  );
}
