import type { ReactNode } from "react";
import { Page } from "./page";

interface MessagePageProps {
  title: string;
  /** What the tab says; the title unless told otherwise. */
  tab?: string;
  /** What stands on the counter. */
  drawing: ReactNode;
  aside?: ReactNode;
  /** What changes while it is read, and is not read out each time. */
  detail?: ReactNode;
  /** Buttons and links, as wide as the phone. */
  action?: ReactNode;
  /** More, below the action. */
  more?: ReactNode;
  children?: ReactNode;
}

/** A page that has one thing to say: a drawing on the counter, what is the matter, and what to do. */
export function MessagePage(props: MessagePageProps) {
  const { title, tab = title, drawing, aside, detail, action, more, children } = props;
  return (
    <Page title={tab} aside={aside} stage={drawing}>
      <div role="status">
        <h1 className="font-bold text-title">{title}</h1>
        {children && <div className="mt-2 text-soft">{children}</div>}
      </div>
      {detail}
      {action && <div className="mt-7 flex flex-col items-stretch gap-3">{action}</div>}
      {more}
    </Page>
  );
}
