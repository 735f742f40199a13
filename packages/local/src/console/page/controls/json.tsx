const token = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(?:true|false|null)\b|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** A value, or a text that may be JSON, set out over lines with its parts told apart. */
export function Json({ value, label }: { value: unknown; label: string }) {
  const text = typeof value === "string" ? prettyJson(value) : JSON.stringify(value, null, 2);
  return (
    <section class="json" aria-label={label}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled must be reachable by keyboard */}
      <pre tabIndex={0}>{isJson(text) ? coloured(text) : text}</pre>
    </section>
  );
}

/** JSON over several lines; any other text as it is. */
export function prettyJson(text: string): string {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" ? JSON.stringify(value, null, 2) : text;
  } catch {
    return text;
  }
}

/** Why a text is no JSON; undefined if it is. */
export function jsonProblem(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (cause) {
    return cause instanceof Error ? cause.message : "no JSON";
  }
}

function isJson(text: string | undefined): text is string {
  return text !== undefined && (text.startsWith("{") || text.startsWith("["));
}

function coloured(text: string) {
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(token)) {
    parts.push(text.slice(end, match.index));
    const [whole, quoted, colon] = match;
    if (quoted !== undefined && colon !== undefined) parts.push(<b>{quoted}</b>, colon);
    else parts.push(quoted === undefined ? <i>{whole}</i> : <span>{whole}</span>);
    end = match.index + whole.length;
  }
  return [...parts, text.slice(end)];
}
