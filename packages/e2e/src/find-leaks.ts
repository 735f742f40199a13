import { codeAlphabet, codeLength } from "@serverlesspresso/contracts/qr-code";
import type { Sent } from "./traffic";

/** What must leave the back end nowhere. */
export interface Secrets {
  taskTokens: ReadonlySet<string>;
  /** Every code that stood on a shop's screen; the screen alone is told. */
  codes: ReadonlySet<string>;
  /** Whoever signed in without being staff: their ids are nobody's business, not even their own. */
  customers: ReadonlySet<string>;
}

/** Members of rows that no schema of an answer or a message has. */
const inside = [
  "TaskToken",
  "execution",
  "pending",
  "keys",
  "USERID",
  "inFlight",
  "patienceSeconds",
  "changedByUserId",
];

const shapes = {
  // Three parts of base64url, the first a JSON object; a refresh token of AWS has five.
  "a JWT": /eyJ[\w-]{10,}\.[\w-]+\.[\w-]+/,
  "a refresh token": /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.[\w-]{40,}/,
  "the shape of a task token": /[\w+/=-]{100,}/,
  "an e-mail address": /[\w.+-]+@[\w-]+(\.[\w-]+)*\.[a-z]{2,}/i,
};
// A log may tell where in our own code something failed; an answer may not.
const stackTrace = /\bat [^\n"]{1,200}\.[cm]?[jt]s:\d+/;
const member = new RegExp(`\\\\*"(${inside.join("|")})\\\\*"\\s*:`);
// Looked for at every position: a code may stand within other letters.
const code = new RegExp(`(?=([${codeAlphabet}]{${codeLength}}))`, "gi");
const id = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;
const longWord = /[\w+/=-]{20,}/g;

/** Every secret that left the back end, one line each: what, where, and the text around it. */
export function findLeaks(sent: readonly Sent[], secrets: Secrets): string[] {
  return sent.flatMap((each) =>
    leaksOf(each, secrets).map(([what, { index }]) => {
      const around = each.text.slice(Math.max(0, index - 80), index + 160);
      return `${what} in ${each.kind} ${each.from}: …${around}…`;
    }),
  );
}

type Leak = [what: string, where: RegExpMatchArray & { index: number }];

function leaksOf({ kind, from, text }: Sent, { taskTokens, codes, customers }: Secrets): Leak[] {
  const matches = (pattern: RegExp) => [...text.matchAll(pattern)];
  const found: [string, RegExpMatchArray | undefined][] = [
    ...Object.entries(shapes).map(([what, shape]): [string, RegExpMatchArray | undefined] => [
      what,
      text.match(shape) ?? undefined,
    ]),
    ["a task token", matches(longWord).find(([word]) => taskTokens.has(word))],
  ];
  if (!from.startsWith("GET /qr-code ")) {
    const shown = matches(code).find(([, word = ""]) => codes.has(word.toUpperCase()));
    found.push(["a code of the shop's screen", shown]);
  }
  if (kind !== "log") {
    found.push(["a stack trace", text.match(stackTrace) ?? undefined]);
    found.push(["a customer's id", matches(id).find(([word]) => customers.has(word.toLowerCase()))]);
    found.push(["a member of a row", text.match(member) ?? undefined]);
  }
  return found.filter((leak): leak is Leak => leak[1]?.index !== undefined);
}
