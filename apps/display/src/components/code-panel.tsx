"use client";

import { useConfig, useEventId } from "@serverlesspresso/client/client-context";
import { Unplug } from "lucide-react";
import type { ReactNode } from "react";
import { type CodeState, orderAddress, placesWords } from "./code-state";
import { QrPicture } from "./qr-picture";

interface CodePanelProps {
  state: CodeState;
}

/** How to order, beside the numbers; instead of a code that would be refused, why and until when. */
export function CodePanel({ state }: CodePanelProps) {
  return (
    <aside
      aria-label="Order here"
      className="board-code flex flex-col gap-6 py-8 portrait:flex-row portrait:items-center portrait:gap-10 portrait:pb-2"
    >
      <CodeContent state={state} />
    </aside>
  );
}

function CodeContent({ state }: CodePanelProps): ReactNode {
  switch (state.kind) {
    case "code":
      return <ScanToOrder state={state} />;
    case "stale":
      return (
        <Instead title="No code just now" text="The screen is not connected. Please ask at the counter.">
          <Unplug aria-hidden className="size-16 text-late" />
        </Instead>
      );
    case "waiting":
      return <Instead title="The code is coming" text="One moment." />;
    case "closed":
    case "paused":
    case "full":
      return <Instead title={state.title} text={state.text} />;
  }
}

function ScanToOrder({ state }: { state: Extract<CodeState, { kind: "code" }> }) {
  const { url } = orderAddress(useConfig().customerUrl, state.code, useEventId());
  return (
    <>
      <QrPicture url={url} className="w-full portrait:w-80 portrait:shrink-0" />
      <div>
        <h2 className="font-bold text-number">Scan to order</h2>
        <CodeInWords state={state} className="mt-6" />
      </div>
    </>
  );
}

interface CodeInWordsProps {
  state: Extract<CodeState, { kind: "code" }>;
  className?: string;
}

/** The code and the address for whoever types, and the places that are left. */
export function CodeInWords({ state, className }: CodeInWordsProps) {
  const { typed } = orderAddress(useConfig().customerUrl, state.code, useEventId());
  return (
    <div className={className}>
      <p className="text-lead text-soft">or type</p>
      <p className="numerals text-title tracking-wide">{state.code}</p>
      <p className="text-lead text-soft">at</p>
      <p className="break-all font-semibold text-lead">{typed}</p>
      {state.placesLeft !== null && <p className="mt-4 text-lead">{placesWords(state.placesLeft)}</p>}
    </div>
  );
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
