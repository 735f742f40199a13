/** The types of DynamoDB's values that the SDK for Java calls otherwise than the protocol does. */
const javasNames = { BOOL: "Bool", NULL: "Nul", SS: "Ss", NS: "Ns", BS: "Bs" } as const;

const toJava = new Map<string, string>(Object.entries(javasNames));
const toProtocol = new Map([...toJava].map(([name, java]) => [java, name]));

/**
 * An answer of DynamoDB as an aws-sdk integration shows it: `{ "Bool": true }` where the protocol has
 * `{ "BOOL": true }` (aws-sdk-js issue 4294).
 */
export function inJavasNames(answer: unknown): unknown {
  return renamed(answer, toJava);
}

/** Arguments of an aws-sdk integration as DynamoDB takes them; the protocol's own names stay. */
export function inProtocolsNames(given: unknown): unknown {
  return renamed(given, toProtocol);
}

function renamed(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((each) => renamed(each, names));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  const isValue = entries.length === 1 && entries.every(([, content]) => isContent(content));
  return Object.fromEntries(
    entries.map(([name, content]) => [(isValue && names.get(name)) || name, renamed(content, names)]),
  );
}

/** What stands under these types; an attribute that happens to be called so holds an object. */
function isContent(content: unknown): boolean {
  const isText = (each: unknown) => typeof each === "string";
  return typeof content === "boolean" || (Array.isArray(content) && content.every(isText));
}
