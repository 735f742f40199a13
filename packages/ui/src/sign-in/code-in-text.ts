/**
 * The code within a text that was pasted, for example "Your code is 1234 5678.": its first run of 4 to 8
 * digits, spaces and hyphens between them left out. Null if there is none.
 */
export function codeInText(text: string): string | null {
  const runs = text.match(/\d(?:[ \u00a0-]?\d)*/g) ?? [];
  const codes = runs.map((run) => run.replace(/\D/g, ""));
  return codes.find(({ length }) => length >= 4 && length <= 8) ?? null;
}
