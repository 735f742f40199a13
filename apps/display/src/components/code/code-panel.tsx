import { Unplug } from "lucide-react";
import type { ReactNode } from "react";
import { CodeInWords } from "./code-in-words";
import type { CodeState } from "./code-state";
import { QrLink } from "./qr-link";

interface CodePanelProps {
  state: CodeState;
}

/** How to order, beside the numbers; instead of a code that would be refused, why and until when. */
export function CodePanel({ state }: CodePanelProps) {
  return (
    <aside
      aria-label="Order here"
      className="board-code flex flex-col gap-6 py-8 portrait:min-h-[22.5rem] portrait:flex-row portrait:items-center portrait:gap-10 portrait:pb-2"
    >
      <CodeContent state={state} />
    </aside>
  );
}

function CodeContent({ state }: CodePanelProps): ReactNode {
  switch (state.kind) {
    case "code":
      return (
        <>
          <QrLink state={state} className="w-full portrait:w-80 portrait:shrink-0" />
          <div>
            <h2 className="font-bold text-number">Scan to order</h2>
            <CodeInWords state={state} className="mt-6" />
          </div>
        </>
      );
    case "stale":
      return (
        <Instead title="No code just now" text="The screen is not connected. Please ask at the counter.">
          <Unplug aria-hidden className="size-16 text-late" />
        </Instead>
      );
    case "waiting":
      return <Instead title="The code is coming" text="One moment." />;
    case "elsewhere":
      return <Instead title="Scan to order" text="The code is on the shop’s own screen." />;
    case "closed":
    case "paused":
    case "full":
    case "exhausted":
      return <Instead title={state.title} text={state.text} />;
  }
}

interface InsteadProps {
  title: string;
  text: string;
  children?: ReactNode;
}

function Instead({ title, text, children }: InsteadProps) {
  return (
    <div className="portrait:flex-1">
      {children && <div className="mb-4">{children}</div>}
      <h2 className="font-bold text-number">{title}</h2>
      <p className="mt-4 text-title text-soft">{text}</p>
    </div>
  );
}
