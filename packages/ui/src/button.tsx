import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";

const look = cva(
  "inline-flex select-none items-center justify-center gap-2 rounded-edge font-semibold transition-[background-color,border-color,opacity,transform] active:translate-y-px disabled:pointer-events-none aria-disabled:pointer-events-none",
  {
    variants: {
      variant: {
        primary: "bg-copper text-on-accent hover:bg-copper-deep disabled:bg-hairline disabled:text-soft",
        ready: "bg-ready text-on-accent hover:bg-ready-deep disabled:opacity-55",
        outline: "border border-edge bg-transparent text-ink hover:border-ink disabled:opacity-55",
        onColour: "border border-current bg-transparent text-current disabled:opacity-55",
        plain:
          "bg-transparent text-ink underline decoration-hairline decoration-2 underline-offset-4 hover:decoration-copper disabled:opacity-55",
        danger: "border border-late bg-transparent text-late hover:bg-late/10 disabled:opacity-55",
      },
      size: {
        medium: "min-h-11 px-4 text-body",
        large: "min-h-14 px-6 text-lead",
      },
    },
    defaultVariants: { variant: "primary", size: "medium" },
  },
);

export type ButtonProps = ComponentProps<"button"> & VariantProps<typeof look>;

/** A button of at least 44 px. `type` is "button" unless told otherwise. */
export function Button({ variant, size, className, type = "button", ...props }: ButtonProps) {
  return <button type={type} className={look({ variant, size, className })} {...props} />;
}

/** The look of a button, for links that lead on. */
export function buttonLook(options?: VariantProps<typeof look>): string {
  return look(options);
}
