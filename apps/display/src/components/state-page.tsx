import { Wordmark } from "@serverlesspresso/ui/wordmark";
import type { ReactNode } from "react";

interface StatePageProps {
  drawing: ReactNode;
  title: string;
  children: ReactNode;
  action?: ReactNode;
}

/** A whole page that says one thing: why there is no queue to see, and what to do. */
export function StatePage({ drawing, title, children, action }: StatePageProps) {
  return (
    <main className="mx-auto flex min-h-dvh max-w-xl flex-col px-6 py-8">
      <Wordmark className="text-lead" />
      <div className="my-auto py-8">
        <div className="mb-8">{drawing}</div>
        <h1 className="font-bold text-title">{title}</h1>
        <div className="mt-2 text-soft">{children}</div>
        {action && <div className="mt-6 flex flex-wrap gap-3">{action}</div>}
      </div>
    </main>
  );
}
