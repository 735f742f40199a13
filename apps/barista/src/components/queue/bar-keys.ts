/** What a key of a keyboard or a bump bar asks for. */
export type KeyAsk =
  | { ask: "choose"; lane: "rail" | "counter"; digit: string }
  | { ask: "walk"; by: 1 | -1 }
  | { ask: "advance" | "undo" | "recall" | "pause" | "help" };

export type Pressed = Pick<
  KeyboardEvent,
  "key" | "code" | "shiftKey" | "ctrlKey" | "metaKey" | "altKey" | "repeat"
>;

const letters: Readonly<Record<string, KeyAsk>> = {
  Enter: { ask: "advance" },
  z: { ask: "undo" },
  r: { ask: "recall" },
  p: { ask: "pause" },
  "?": { ask: "help" },
  ArrowRight: { ask: "walk", by: 1 },
  ArrowLeft: { ask: "walk", by: -1 },
};

/**
 * What is asked for, if anything. Digits count by the key and not by what is printed on it, so that they are
 * the same on every layout and with Shift, which means the counter. A key held down asks once.
 */
export function askOf({ key, code, shiftKey, ctrlKey, metaKey, altKey, repeat }: Pressed): KeyAsk | null {
  if (ctrlKey || metaKey || altKey || repeat) return null;
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1];
  if (digit) return { ask: "choose", lane: shiftKey ? "counter" : "rail", digit };
  return letters[key.length === 1 ? key.toLowerCase() : key] ?? null;
}
