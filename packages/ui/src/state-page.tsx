import type { ReactNode } from "react";
import { SpiltCup } from "./drawings/spilt-cup";
import { PlainPage } from "./plain-page";

interface StatePageProps {
  title: string;
  children: ReactNode;
  action?: ReactNode;
}

/** A whole page that says one thing: why what one came for is not here, and what to do. */
export function StatePage({ title, children, action }: StatePageProps) {
  return (
    <PlainPage>
      <SpiltCup className="mb-8 w-64 max-w-full" />
      <h1 className="font-bold text-title">{title}</h1>
      <div className="mt-2 text-soft">{children}</div>
      {action && <div className="mt-6 flex flex-wrap gap-3">{action}</div>}
    </PlainPage>
  );
}
