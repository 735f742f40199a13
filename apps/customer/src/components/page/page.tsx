import { Wordmark } from "@serverlesspresso/ui/wordmark";
import type { ReactNode } from "react";

interface PageProps {
  /** What the tab says, before the product's name. */
  title?: string;
  /** What stands opposite the wordmark. */
  aside?: ReactNode;
  /** Takes the whole window into a ground of its own, for example green when ready. */
  ground?: "paper" | "ready";
  wide?: boolean;
  children: ReactNode;
}

const grounds = {
  paper: "bg-paper text-ink",
  ready: "bg-ready-ground text-on-ready",
} as const;

const product = "Serverlesspresso";

export function Page({ title, aside, ground = "paper", wide = false, children }: PageProps) {
  const width = wide ? "max-w-6xl" : "max-w-xl";
  return (
    <div className={`flex min-h-dvh flex-col transition-colors ${grounds[ground]}`}>
      <title>{title ? `${title} · ${product}` : product}</title>
      <header className={`mx-auto flex min-h-16 w-full items-center justify-between gap-2 px-5 ${width}`}>
        <Wordmark className="text-body" />
        {aside}
      </header>
      <main className={`mx-auto flex w-full flex-1 flex-col px-5 pb-8 ${width}`}>{children}</main>
    </div>
  );
}
