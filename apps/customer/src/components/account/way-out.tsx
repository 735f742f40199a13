import type { ReactNode } from "react";

interface WayOutProps {
  title: string;
  /** What it means. */
  text: string;
  busy: boolean;
  refused: string | null;
  /** The button. */
  children: ReactNode;
}

/** One way to end a sign-in: what it means, and its button. */
export function WayOut({ title, text, busy, refused, children }: WayOutProps) {
  return (
    <section aria-label={title} aria-busy={busy} className="py-5">
      <h2 className="font-bold text-lead">{title}</h2>
      <p className="mt-1 text-note text-soft">{text}</p>
      <div className="mt-3 flex flex-wrap items-center gap-x-4">
        {children}
        <p role="status" className="text-note text-soft">
          {busy && "One moment."}
        </p>
      </div>
      {refused && (
        <p role="alert" className="mt-3 text-late text-note">
          {refused}
        </p>
      )}
    </section>
  );
}
