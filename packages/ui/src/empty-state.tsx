import type { ReactNode } from "react";

interface EmptyStateProps {
  /** A drawing, for example a cup. */
  drawing?: ReactNode;
  title: string;
  /** `h1` where it is the whole page. */
  heading?: "h1" | "h2";
  children?: ReactNode;
  action?: ReactNode;
  className?: string;
}

/** A page or a list with nothing in it yet: a drawing, why, and what to do. */
export function EmptyState({
  drawing,
  title,
  heading: Heading = "h2",
  children,
  action,
  className = "",
}: EmptyStateProps) {
  return (
    <div className={`flex flex-col items-center px-4 py-12 text-center ${className}`}>
      {drawing && <div className="mb-6">{drawing}</div>}
      <Heading className="font-bold text-title">{title}</Heading>
      {children && <div className="mt-2 max-w-prose text-soft">{children}</div>}
      {action && <div className="mt-6">{action}</div>}
    </div>
  );
}
