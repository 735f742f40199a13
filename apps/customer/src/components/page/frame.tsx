import { Wordmark } from "@serverlesspresso/ui/wordmark";
import type { ReactNode, Ref } from "react";

const grounds = {
  paper: { page: "bg-paper text-ink", main: "" },
  ready: { page: "ground-ready", main: "ground-ready-main" },
} as const;

const rooms = {
  wide: "h-stage",
  /** For a number and a cup beside it. */
  number: "h-stage-number",
  /** The counter stands high, so that there is room for a keyboard. */
  low: "h-stage-low",
} as const;

export interface FrameProps {
  /** What stands opposite the wordmark. */
  aside?: ReactNode;
  /** What stands on the counter, a line from edge to edge. */
  stage?: ReactNode;
  /** How much room there is above the counter. */
  room?: keyof typeof rooms;
  /** Takes the whole window into a ground of its own, for example green when ready. */
  ground?: keyof typeof grounds;
  wide?: boolean;
  /** A warning about the whole page: it takes the name's place, so that nothing below it moves. */
  warning?: ReactNode;
  main?: Ref<HTMLElement>;
  children: ReactNode;
}

/** The name above, the counter with what stands on it, and below it what there is to say and do. */
export function Frame(props: FrameProps) {
  const { aside, stage, room = "wide", ground = "paper", wide = false, warning, main, children } = props;
  const width = wide ? "max-w-6xl" : "max-w-xl";
  return (
    <div className={`flex min-h-dvh flex-col transition-colors ${grounds[ground].page}`}>
      <header className={`transition-colors ${warning ? "ground-late" : ""}`}>
        <div
          className={`mx-auto flex min-h-16 w-full items-center justify-between gap-x-3 px-5 ${warning ? "flex-wrap" : ""} ${width}`}
        >
          {warning || (
            // What stands opposite may grow by a word: the name gives way, so that nothing moves.
            <Wordmark className="min-w-7 flex-1 text-body max-[22.5rem]:[&>span]:sr-only [&>span]:truncate" />
          )}
          {aside}
        </div>
      </header>
      <main ref={main} className={`flex flex-1 flex-col ${grounds[ground].main}`}>
        {stage && (
          <div
            className={`flex items-end justify-center overflow-x-clip border-current border-b-2 ${rooms[room]}`}
          >
            {stage}
          </div>
        )}
        <div className={`mx-auto flex w-full flex-1 flex-col px-5 pb-8 ${width} ${stage ? "pt-7" : ""}`}>
          {children}
        </div>
      </main>
    </div>
  );
}
