import type { LucideIcon } from "lucide-react";

interface IconButtonProps {
  label: string;
  icon: LucideIcon;
  disabled?: boolean;
  onClick(): void;
}

/** A sign that can be pressed: 44 px, named for those who do not see it. */
export function IconButton({ label, icon: Icon, disabled = false, onClick }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      aria-disabled={disabled}
      onClick={() => !disabled && onClick()}
      className="grid size-11 shrink-0 place-items-center rounded-edge text-soft hover:text-ink aria-disabled:opacity-35"
    >
      <Icon aria-hidden className="size-5" />
    </button>
  );
}
