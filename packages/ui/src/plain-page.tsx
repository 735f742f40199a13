import type { ReactNode } from "react";
import { Wordmark } from "./wordmark";

/** A page of one narrow column with the name above: nothing else is to be seen or done here. */
export function PlainPage({ children }: { children: ReactNode }) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-lg flex-col px-6 py-8">
      <Wordmark className="text-lead" />
      <div className="my-auto py-8">{children}</div>
    </main>
  );
}
