"use client";

import { Switch as Base } from "@base-ui/react/switch";

interface SwitchProps {
  /** What is switched; not shown where the words beside it say so. */
  label: string;
  checked: boolean;
  disabled?: boolean;
  onChange(checked: boolean): void;
  className?: string;
}

/** On or off, at once: a thumb in a slot, and a ring around the thumb when it is on. */
export function Switch({ label, checked, disabled = false, onChange, className = "" }: SwitchProps) {
  return (
    <Base.Root
      aria-label={label}
      checked={checked}
      disabled={disabled}
      onCheckedChange={onChange}
      className={`group relative flex h-11 w-16 shrink-0 items-center rounded-full disabled:opacity-50 ${className}`}
    >
      <span className="absolute inset-x-0 inset-y-1.5 rounded-full border border-edge bg-enamel transition-colors group-hover:border-ink group-data-[checked]:border-copper group-data-[checked]:bg-copper" />
      <Base.Thumb className="relative ml-1 grid size-6 place-items-center rounded-full border-2 border-edge bg-paper transition-transform data-[checked]:translate-x-8 data-[checked]:border-on-accent data-[checked]:bg-on-accent">
        <span className="hidden size-2 rounded-full bg-copper group-data-[checked]:block" />
      </Base.Thumb>
    </Base.Root>
  );
}
