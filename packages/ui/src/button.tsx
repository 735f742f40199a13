import type { ComponentProps } from "react";

const base =
  "inline-flex select-none items-center justify-center gap-2 rounded-edge font-semibold transition-[background-color,border-color,opacity] active:duration-0 disabled:pointer-events-none aria-disabled:pointer-events-none";

const variants = {
  primary:
    "bg-copper text-on-accent hover:bg-copper-deep active:bg-copper-deep disabled:bg-hairline disabled:text-soft",
  ready: "bg-ready text-on-accent hover:bg-ready-deep active:bg-ready-deep disabled:opacity-55",
  outline:
    "border border-edge bg-transparent text-ink hover:border-ink active:bg-hairline disabled:opacity-55",
  onColour: "border border-current bg-transparent text-current active:bg-current/15 disabled:opacity-55",
  plain:
    "bg-transparent text-ink underline decoration-hairline decoration-2 underline-offset-4 hover:decoration-copper active:text-copper aria-expanded:text-copper disabled:opacity-55",
  danger:
    "border border-late bg-transparent text-late hover:bg-late/10 active:bg-late/10 disabled:opacity-55",
} as const;

const sizes = {
  medium: "min-h-11 px-4 text-body",
  large: "min-h-14 px-6 text-lead",
} as const;

interface ButtonLook {
  variant?: keyof typeof variants | undefined;
  size?: keyof typeof sizes | undefined;
}

export type ButtonProps = ComponentProps<"button"> & ButtonLook;

/** A button of at least 44 px. `type` is "button" unless told otherwise. */
export function Button({ variant, size, className = "", type = "button", ...props }: ButtonProps) {
  return <button type={type} className={`${buttonLook({ variant, size })} ${className}`} {...props} />;
}

/** The look of a button, for links that lead on. */
export function buttonLook({ variant = "primary", size = "medium" }: ButtonLook = {}): string {
  return `${base} ${variants[variant]} ${sizes[size]}`;
}
