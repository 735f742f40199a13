"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useId } from "react";
import { dayName, daysAfter, firstDayKept } from "./days";

interface DayPickerProps {
  day: string;
  today: string;
  onPick(day: string): void;
  className?: string;
}

const stepLook =
  "grid size-11 place-items-center rounded-edge text-ink hover:bg-hairline/40 disabled:opacity-35 disabled:hover:bg-transparent";

/** One day, the one before it, the one after it, or any that the shop still has orders of. */
export function DayPicker({ day, today, onPick, className = "" }: DayPickerProps) {
  const id = useId();
  const first = firstDayKept(today);
  return (
    <div className={`flex items-center gap-1 ${className}`}>
      <button
        type="button"
        aria-label={`Back to ${dayName(daysAfter(day, -1))}`}
        disabled={day <= first}
        onClick={() => onPick(daysAfter(day, -1))}
        className={stepLook}
      >
        <ChevronLeft aria-hidden className="size-6" />
      </button>
      <label htmlFor={id} className="sr-only">
        Day
      </label>
      <input
        id={id}
        type="date"
        value={day}
        min={first}
        max={today}
        onChange={({ target }) => {
          // A date that is being typed is none, or one of long ago, for a while.
          if (target.value !== "" && target.validity.valid) onPick(target.value);
        }}
        className="min-h-11 min-w-0 rounded-edge border border-edge bg-enamel px-3 text-body tabular-nums hover:border-ink"
      />
      <button
        type="button"
        aria-label={`On to ${dayName(daysAfter(day, 1))}`}
        disabled={day >= today}
        onClick={() => onPick(daysAfter(day, 1))}
        className={stepLook}
      >
        <ChevronRight aria-hidden className="size-6" />
      </button>
    </div>
  );
}
