/** Far beyond what anybody nests, and far from where recursion over it would end the stack. */
const mostLevels = 500;

/** As `JSON.parse`, for texts from outside. @throws SyntaxError also where a text nests too deeply */
export function parseJson(text: string): unknown {
  if (isTooDeep(text)) throw new SyntaxError(`JSON nested deeper than ${mostLevels} levels`);
  return JSON.parse(text);
}

/** Whether a JSON text nests so deeply that nothing here takes it. AWS has such limits too. */
export function isTooDeep(text: string): boolean {
  let level = 0;
  for (let index = 0; index < text.length; index += 1) {
    switch (text.charCodeAt(index)) {
      case 0x22:
        index = endOfString(text, index);
        break;
      case 0x5b:
      case 0x7b:
        level += 1;
        if (level > mostLevels) return true;
        break;
      case 0x5d:
      case 0x7d:
        level -= 1;
        break;
    }
  }
  return false;
}

/** Where the string that begins at a quote ends; a backslash hides the quote behind it. */
function endOfString(text: string, start: number): number {
  let index = start + 1;
  while (index < text.length && text[index] !== '"') index += text[index] === "\\" ? 2 : 1;
  return index;
}
