import { invalidPattern } from "./invalid-pattern";

/**
 * Compiles a `wildcard` value: `*` stands for any run of characters, `\*` and `\\` for themselves.
 * Matching takes the leftmost place of each literal part, so it never backtracks.
 * @throws AwsError InvalidEventPatternException for two stars in a row or another escape
 */
export function compileWildcard(pattern: string, place: string): (text: string) => boolean {
  const [first = "", ...rest] = literalParts(pattern, place);
  const last = rest.pop();
  if (last === undefined) return (text) => text === first;
  return (text) => {
    if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last)) {
      return false;
    }
    const end = text.length - last.length;
    let from = first.length;
    for (const part of rest) {
      const found = text.indexOf(part, from);
      if (found === -1 || found + part.length > end) return false;
      from = found + part.length;
    }
    return true;
  };
}

/** The literal texts between the stars. */
function literalParts(pattern: string, place: string): string[] {
  const parts: string[] = [];
  let part = "";
  for (let index = 0; index < pattern.length; index++) {
    const character = pattern.charAt(index);
    if (character === "*") {
      if (pattern[index + 1] === "*") {
        throw invalidPattern("Consecutive wildcard characters are not allowed", place);
      }
      parts.push(part);
      part = "";
    } else if (character === "\\") {
      index += 1;
      const escaped = pattern.charAt(index);
      if (escaped !== "*" && escaped !== "\\") throw invalidPattern("Invalid escape character", place);
      part += escaped;
    } else {
      part += character;
    }
  }
  return [...parts, part];
}
