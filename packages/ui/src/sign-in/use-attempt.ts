import { useState } from "react";
import { afterPaint } from "../after-paint";

interface Outcome {
  busy: boolean;
  done: boolean;
  error: unknown;
}

const untried: Outcome = { busy: false, done: false, error: null };

/**
 * Something that a person tries over the network and may try again; while it is under way it is not begun
 * anew. `error` is what the last try was rejected with, or null.
 */
export function useAttempt<Input = void>(action: (input: Input) => Promise<unknown>) {
  const [outcome, setOutcome] = useState(untried);

  async function run(input: Input): Promise<void> {
    if (outcome.busy) return;
    setOutcome({ ...untried, busy: true });
    await afterPaint();
    try {
      await action(input);
      setOutcome({ ...untried, done: true });
    } catch (error) {
      setOutcome({ ...untried, error });
    }
  }

  return { ...outcome, run, forget: () => setOutcome(untried) };
}
