import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";

interface ViewProps {
  readonly title: string;
  /** One sentence on what is seen here. */
  readonly about?: ComponentChildren;
  readonly actions?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A view's head and body; the tab tells its title. */
export function View({ title, about, actions, children }: ViewProps) {
  useEffect(() => {
    document.title = `${title} · AWS on one machine`;
  }, [title]);
  return (
    <>
      <header class="view-head">
        <div>
          <h1>{title}</h1>
          {about && <p class="about">{about}</p>}
        </div>
        {actions && <div class="actions">{actions}</div>}
      </header>
      {children}
    </>
  );
}

/** A part of a view with a heading of its own. */
export function Panel({ title, actions, children }: Omit<ViewProps, "about">) {
  return (
    <section class="panel" aria-label={title}>
      <header class="panel-head">
        <h2>{title}</h2>
        {actions && <div class="actions">{actions}</div>}
      </header>
      {children}
    </section>
  );
}
