import ipaddr from "ipaddr.js";
import { invalidPattern } from "./invalid-pattern";
import { compileWildcard } from "./wildcard";

/** What a leaf of an event can be. */
export type Scalar = string | number | boolean | null;

/** One value of a field's list: `absent` holds when the event has no such leaf. */
export type ValueTest = "absent" | ((value: Scalar) => boolean);

type TextTest = (text: string) => boolean;
type Compile = (operand: unknown, place: string) => ValueTest;

/**
 * Compiles one value of a pattern's list: a literal, or an object with one operator.
 * @throws AwsError InvalidEventPatternException
 */
export function compileValue(value: unknown, place: string): ValueTest {
  if (isScalar(value)) return (actual) => actual === value;
  if (!isRecord(value)) {
    throw invalidPattern("Match value must be String, number, true, false, or null", place);
  }
  const [operator, operand] = onlyMember(value, place);
  const compile = operators.get(operator);
  if (compile === undefined) throw invalidPattern(`Unrecognized match type ${operator}`, place);
  return compile(operand, `${place}.${operator}`);
}

const operators: ReadonlyMap<string, Compile> = new Map<string, Compile>([
  ["prefix", (operand, place) => onText(affixTest("prefix", operand, place))],
  ["suffix", (operand, place) => onText(affixTest("suffix", operand, place))],
  ["equals-ignore-case", (operand, place) => onText(equalsIgnoreCase(operand, place))],
  ["wildcard", (operand, place) => onText(compileWildcard(textOf(operand, place), place))],
  ["anything-but", anythingBut],
  ["numeric", numeric],
  ["exists", exists],
  ["cidr", cidr],
]);

/** Names that `$or` refuses as fields: the operators, and what EventBridge keeps for later. */
export const reservedNames: ReadonlySet<string> = new Set([
  ...operators.keys(),
  ...["exactly", "=", "<", "<=", ">", ">=", "regex", "not-wildcard", "not-equals-ignore-case"],
  ...["date-after", "date-on-or-after", "date-before", "date-on-or-before", "in-date-range"],
  ...["ip-address-in-range", "ip-address-not-in-range"],
]);

function onText(test: TextTest): ValueTest {
  return (value) => typeof value === "string" && test(value);
}

function affixTest(kind: "prefix" | "suffix", operand: unknown, place: string): TextTest {
  if (isRecord(operand)) {
    const [operator, inner] = onlyMember(operand, place);
    if (operator !== "equals-ignore-case") {
      throw invalidPattern(`Unsupported ${kind} pattern: ${operator}`, place);
    }
    const folded = fold(textOf(inner, `${place}.${operator}`));
    return kind === "prefix"
      ? (text) => fold(text).startsWith(folded)
      : (text) => fold(text).endsWith(folded);
  }
  const affix = textOf(operand, place);
  return kind === "prefix" ? (text) => text.startsWith(affix) : (text) => text.endsWith(affix);
}

function equalsIgnoreCase(operand: unknown, place: string): TextTest {
  const folded = fold(textOf(operand, place));
  return (text) => fold(text) === folded;
}

function anythingBut(operand: unknown, place: string): ValueTest {
  if (isRecord(operand)) return anythingButText(operand, place);
  const values = Array.isArray(operand) ? operand : [operand];
  if (values.length === 0) throw invalidPattern("Empty arrays are not allowed", place);
  const kinds = new Set(values.map((value) => typeof value));
  if (kinds.size > 1) {
    throw invalidPattern("Inside anything-but list, either all values are numbers or strings", place);
  }
  if (!kinds.has("string") && !kinds.has("number")) {
    throw invalidPattern("Value of anything-but must be an array or single string/number value", place);
  }
  const excluded = new Set<unknown>(values);
  return (value) => !excluded.has(value);
}

const anythingButOperators: ReadonlyMap<string, (operand: unknown, place: string) => TextTest> = new Map([
  ["prefix", (operand: unknown, place: string) => nonEmptyAffix("prefix", operand, place)],
  ["suffix", (operand: unknown, place: string) => nonEmptyAffix("suffix", operand, place)],
  ["equals-ignore-case", equalsIgnoreCase],
  ["wildcard", (operand: unknown, place: string) => compileWildcard(textOf(operand, place), place)],
]);

/** Values that are no strings are none of the excluded texts, so they match. */
function anythingButText(operand: Record<string, unknown>, place: string): ValueTest {
  const [operator, inner] = onlyMember(operand, place);
  const compile = anythingButOperators.get(operator);
  if (compile === undefined) throw invalidPattern(`Unsupported anything-but pattern: ${operator}`, place);
  const values = Array.isArray(inner) ? inner : [inner];
  if (values.length === 0) throw invalidPattern("Empty arrays are not allowed", `${place}.${operator}`);
  const tests = values.map((value) => compile(value, `${place}.${operator}`));
  return (value) => typeof value !== "string" || !tests.some((test) => test(value));
}

function nonEmptyAffix(kind: "prefix" | "suffix", operand: unknown, place: string): TextTest {
  const affix = textOf(operand, place);
  if (affix === "") throw invalidPattern("Null prefix/suffix not allowed", place);
  return affixTest(kind, affix, place);
}

function numeric(operand: unknown, place: string): ValueTest {
  if (!Array.isArray(operand)) throw invalidPattern("Value of numeric must be an array.", place);
  const [operator, bound, secondOperator, secondBound, ...more] = operand;
  const first = comparison(operator, bound, place);
  if (operand.length === 2) return (value) => typeof value === "number" && first(value);
  if (!String(operator).startsWith(">") || operand.length < 4 || more.length > 0) {
    throw invalidPattern("Too many terms in numeric range expression", place);
  }
  if (!String(secondOperator).startsWith("<")) {
    throw invalidPattern(`Bad numeric range operator: ${secondOperator}`, place);
  }
  const second = comparison(secondOperator, secondBound, place);
  if (bound >= secondBound) throw invalidPattern("Bottom must be less than top", place);
  return (value) => typeof value === "number" && first(value) && second(value);
}

function comparison(operator: unknown, bound: unknown, place: string): (value: number) => boolean {
  const limit = typeof bound === "number" ? bound : undefined;
  if (limit === undefined) throw invalidPattern("Value of a numeric comparison must be numeric", place);
  switch (operator) {
    case "=":
      return (value) => value === limit;
    case "<":
      return (value) => value < limit;
    case "<=":
      return (value) => value <= limit;
    case ">":
      return (value) => value > limit;
    case ">=":
      return (value) => value >= limit;
    default:
      throw invalidPattern(`Unrecognized numeric range operator: ${operator}`, place);
  }
}

function exists(operand: unknown, place: string): ValueTest {
  if (typeof operand !== "boolean") {
    throw invalidPattern("exists match pattern must be either true or false.", place);
  }
  return operand ? () => true : "absent";
}

function cidr(operand: unknown, place: string): ValueTest {
  const text = textOf(operand, place);
  if (!ipaddr.isValidCIDR(text)) throw invalidPattern(`Malformed CIDR: ${text}`, place);
  const [network, bits] = ipaddr.parseCIDR(text);
  return onText((address) => {
    if (!ipaddr.isValid(address)) return false;
    const parsed = ipaddr.parse(address);
    return parsed.kind() === network.kind() && parsed.match(network, bits);
  });
}

function onlyMember(record: Record<string, unknown>, place: string): [string, unknown] {
  const [member, ...more] = Object.entries(record);
  if (member === undefined) throw invalidPattern("Match expression name not found", place);
  if (more.length > 0) throw invalidPattern("Only one key allowed in match expression", place);
  return member;
}

function textOf(value: unknown, place: string): string {
  if (typeof value !== "string") throw invalidPattern("Match pattern must be a string", place);
  return value;
}

/** Upper before lower case folds the letters whose two cases do not pair one to one. */
function fold(text: string): string {
  return text.toUpperCase().toLowerCase();
}

function isScalar(value: unknown): value is Scalar {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
