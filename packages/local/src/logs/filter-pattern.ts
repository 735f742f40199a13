import { compileRegex, invalidFilter } from "./invalid-filter";
import { compileJsonFilter, type LineTest } from "./json-filter";

const term = /([?-]?)("(?:[^"\\]|\\.)*"|%(?:[^%\\]|\\.)+%|[^\s"]+)(?:\s+|$)/y;

/**
 * Compiles a filter pattern: terms (all of them; `?any ?of ?these`; `-not`; `"a phrase"`; `%regex%`)
 * or a condition on JSON, `{ $.detail-type = "Order*" && $.detail.n > 3 }`.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 * @throws AwsError InvalidParameterException
 */
export function compileFilterPattern(pattern: string): LineTest {
  const text = pattern.trim();
  if (text.startsWith("{")) return compileJsonFilter(text);
  if (text.startsWith("[")) throw invalidFilter("patterns of space-delimited fields are not supported");
  const tests: Record<"all" | "any" | "none", LineTest[]> = { all: [], any: [], none: [] };
  term.lastIndex = 0;
  while (term.lastIndex < text.length) {
    const found = term.exec(text);
    if (found === null) throw invalidFilter(pattern);
    const [, sign, body = ""] = found;
    const kind = sign === "?" ? "any" : "all";
    tests[sign === "-" ? "none" : kind].push(termTest(body));
  }
  const { all, any, none } = tests;
  return (line) => {
    if (!all.every((test) => test(line)) || none.some((test) => test(line))) return false;
    // Optional terms beside required ones change nothing, as on AWS.
    return all.length > 0 || any.length === 0 || any.some((test) => test(line));
  };
}

function termTest(body: string): LineTest {
  if (body.startsWith("%") && body.endsWith("%") && body.length > 2) {
    const regex = compileRegex(body.slice(1, -1));
    return (line) => regex.test(line);
  }
  const text = body.startsWith('"') ? body.slice(1, -1).replaceAll(/\\(.)/g, "$1") : body;
  return (line) => line.includes(text);
}
