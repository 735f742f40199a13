import { useState } from "preact/hooks";
import { problemOf } from "../aws/call";

export interface Action {
  readonly isBusy: boolean;
  /** What was done, or what kept it from being done. */
  readonly outcome: { readonly good: boolean; readonly text: string } | undefined;
  /** Does it, and keeps the sentence that it answers; says whether it went well. */
  readonly run: (work: () => Promise<string>) => Promise<boolean>;
  readonly clear: () => void;
}

/** Something that a person does, with what came of it. */
export function useAction(): Action {
  const [isBusy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Action["outcome"]>();
  const run = async (work: () => Promise<string>) => {
    setBusy(true);
    try {
      setOutcome({ good: true, text: await work() });
      return true;
    } catch (cause) {
      setOutcome({ good: false, text: problemOf(cause) });
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, outcome, run, clear: () => setOutcome(undefined) };
}
