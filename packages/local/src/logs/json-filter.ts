import { wildcardTest } from "../wildcard-parts";
import { compileRegex, invalidFilter } from "./invalid-filter";

export type LineTest = (text: string) => boolean;

type NodeTest = (root: unknown) => boolean;

const token =
  /\s*(\$(?:\.?\['[^']*'\]|\[(?:\d+|\*)\]|\.[\w-]+)*|&&|\|\||[(){}]|!=|<=|>=|[=<>]|"(?:[^"\\]|\\.)*"|%(?:[^%\\]|\\.)+%|[^\s(){}=<>!&|"]+)\s*/y;
const selectorStep = /\['([^']*)'\]|\[(\d+|\*)\]|\.([\w-]+)/g;

/** Compiles `{ selector operator value && … }` into a test of lines that are JSON; others never match. */
export function compileJsonFilter(pattern: string): LineTest {
  const reader = new TokenReader(pattern);
  reader.expect("{");
  const test = readAny(reader);
  reader.expect("}");
  if (!reader.isAtEnd) throw invalidFilter(pattern);
  return (line) => {
    const root = parseJson(line);
    return root !== undefined && test(root.value);
  };
}

function parseJson(line: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(line) };
  } catch {
    return undefined;
  }
}

class TokenReader {
  readonly #tokens: string[] = [];
  #index = 0;

  constructor(readonly pattern: string) {
    token.lastIndex = 0;
    while (token.lastIndex < pattern.length) {
      const found = token.exec(pattern);
      if (found === null) throw invalidFilter(pattern);
      this.#tokens.push(found[1] ?? "");
    }
  }

  get isAtEnd(): boolean {
    return this.#index === this.#tokens.length;
  }

  next(): string {
    const found = this.#tokens[this.#index];
    if (found === undefined) throw invalidFilter(this.pattern);
    this.#index += 1;
    return found;
  }

  take(expected: string): boolean {
    const isNext = this.#tokens[this.#index] === expected;
    if (isNext) this.#index += 1;
    return isNext;
  }

  expect(expected: string): void {
    if (!this.take(expected)) throw invalidFilter(this.pattern);
  }
}

function readAny(reader: TokenReader): NodeTest {
  const tests = [readAll(reader)];
  while (reader.take("||")) tests.push(readAll(reader));
  return (root) => tests.some((test) => test(root));
}

function readAll(reader: TokenReader): NodeTest {
  const tests = [readOne(reader)];
  while (reader.take("&&")) tests.push(readOne(reader));
  return (root) => tests.every((test) => test(root));
}

function readOne(reader: TokenReader): NodeTest {
  if (reader.take("(")) {
    const test = readAny(reader);
    reader.expect(")");
    return test;
  }
  const selector = reader.next();
  if (!selector.startsWith("$")) throw invalidFilter(reader.pattern);
  const select = compileSelector(selector);
  const operator = reader.next();
  if (operator === "NOT") {
    reader.expect("EXISTS");
    return (root) => select(root).length === 0;
  }
  const test = operator === "IS" ? isTest(reader) : comparison(operator, reader.next(), reader.pattern);
  return (root) => select(root).some(test);
}

function isTest(reader: TokenReader): (value: unknown) => boolean {
  const expected = new Map([
    ["NULL", null],
    ["TRUE", true],
    ["FALSE", false],
  ]).get(reader.next());
  if (expected === undefined) throw invalidFilter(reader.pattern);
  return (value) => value === expected;
}

/** All the nodes that a selector names: none, one, or with `[*]` several. */
function compileSelector(selector: string): (root: unknown) => unknown[] {
  const steps = [...selector.matchAll(selectorStep)].map(
    ([, quoted, index, name]) => quoted ?? index ?? name ?? "",
  );
  return (root) =>
    steps.reduce<unknown[]>((nodes, step) => nodes.flatMap((node) => children(node, step)), [root]);
}

function children(node: unknown, step: string): unknown[] {
  if (Array.isArray(node)) return step === "*" ? node : node.slice(Number(step), Number(step) + 1);
  if (typeof node !== "object" || node === null || !Object.hasOwn(node, step)) return [];
  return [Reflect.get(node, step)];
}

function comparison(operator: string, operand: string, pattern: string): (value: unknown) => boolean {
  if (operator === "=") return equalTest(operand);
  if (operator === "!=") {
    const equal = equalTest(operand);
    return (value) => !equal(value);
  }
  const limit = Number(operand);
  if (Number.isNaN(limit)) throw invalidFilter(pattern);
  switch (operator) {
    case "<":
      return (value) => typeof value === "number" && value < limit;
    case "<=":
      return (value) => typeof value === "number" && value <= limit;
    case ">":
      return (value) => typeof value === "number" && value > limit;
    case ">=":
      return (value) => typeof value === "number" && value >= limit;
    default:
      throw invalidFilter(pattern);
  }
}

function equalTest(operand: string): (value: unknown) => boolean {
  if (operand.startsWith("%")) {
    const regex = compileRegex(operand.slice(1, -1));
    return (value) => typeof value === "string" && regex.test(value);
  }
  const isQuoted = operand.startsWith('"');
  const text = isQuoted ? operand.slice(1, -1).replaceAll(/\\(.)/g, "$1") : operand;
  const number = isQuoted ? Number.NaN : Number(operand);
  const matches = wildcardTest(text.split("*"));
  return (value) => {
    if (typeof value === "number" && !Number.isNaN(number)) return value === number;
    return (typeof value === "string" || typeof value === "number") && matches(String(value));
  };
}
