import type { ReactNode } from "react";

interface NumberOnStageProps {
  digits: string;
  /** Of the number's element, whose last child holds the digits: for who writes them before the scripts do. */
  id?: string;
  stale?: boolean;
  /** What stands beside it. */
  children: ReactNode;
}

/** The number to show at the counter, as tall as its digits let it stand beside the cup. */
export function NumberOnStage({ digits, id, stale = false, children }: NumberOnStageProps) {
  return (
    // On a wide screen each stands above the column that tells of it.
    <div className="flex h-full w-full max-w-xl items-end justify-between gap-2 pl-5 sm:grid sm:max-w-6xl sm:grid-cols-2 sm:grid-rows-1 sm:gap-x-16 sm:px-5">
      <p
        id={id}
        data-testid={id ?? "order-number"}
        data-digits={digits.length}
        suppressHydrationWarning
        className="numerals text-huge leading-[0.7] data-[digits='3']:text-[calc(var(--text-huge)*0.68)] data-[digits='4']:text-number"
      >
        <span className="sr-only">Order </span>
        <span suppressHydrationWarning>{digits}</span>
      </p>
      <div
        className={`flex h-full min-w-0 max-w-1/2 items-end pr-1 sm:w-60 sm:max-w-none sm:pr-0 transition-[filter] ${stale ? "grayscale" : ""}`}
      >
        {children}
      </div>
    </div>
  );
}
