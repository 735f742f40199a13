import { wildcardTest } from "../wildcard-parts";
import { invalidPattern } from "./invalid-pattern";

/**
 * Compiles a `wildcard` value: `*` stands for any run of characters, `\*` and `\\` for themselves.
 * @throws AwsError InvalidEventPatternException for two stars in a row or another escape
 */
export function compileWildcard(pattern: string, place: string): (text: string) => boolean {
  return wildcardTest(literalParts(pattern, place));
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
