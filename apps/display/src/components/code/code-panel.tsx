import type { ReactNode } from "react";
import { Picture, type PictureOf } from "../states/picture";
import { pictureOf } from "../states/picture-of";
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
      className="board-code flex min-h-0 flex-col gap-6 portrait:flex-row portrait:items-center portrait:gap-10"
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
          <QrLink state={state} className="w-full portrait:w-[22rem] portrait:shrink-0" />
          <div>
            <h2 className="font-bold text-number">Scan to order</h2>
            <CodeInWords state={state} className="mt-6" />
          </div>
        </>
      );
    case "stale":
      return (
        <Instead
          picture="unplugged"
          title="No code just now"
          text="The screen is not connected. Please ask at the counter."
        />
      );
    case "waiting":
      return <Instead picture="moka pot" title="The code is coming" text="One moment." />;
    case "elsewhere":
      return (
        <Instead picture="turned cup" title="Scan to order" text="The code is on the shop’s own screen." />
      );
    case "closed":
    case "paused":
    case "full":
    case "exhausted":
      return <Instead picture={pictureOf(state)} title={state.title} text={state.text} />;
  }
}

interface InsteadProps {
  picture: PictureOf;
  title: string;
  text: string;
}

function Instead({ picture, title, text }: InsteadProps) {
  return (
    <div className="portrait:flex-1">
      <div className="mb-8 flex justify-center overflow-x-clip border-current border-b-[0.25rem]">
        <Picture of={picture} className="h-60 portrait:h-44" />
      </div>
      <h2 className="font-bold text-number">{title}</h2>
      <p className="mt-4 text-title text-soft">{text}</p>
    </div>
  );
}
