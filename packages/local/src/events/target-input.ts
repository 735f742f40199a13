import { AwsError } from "../aws-error";
import { parseJson } from "../json-depth";
import { type Envelope, envelopeTime } from "./envelope";
import { compileEventPath } from "./event-path";
import type { RuleTarget } from "./rule-target";

const placeholder = /<([\w.-]+)>/g;

/** What is known of a delivery besides the event; templates may name it. */
export interface DeliveryFacts {
  readonly ruleArn: string;
  readonly ruleName: string;
  /** ms since the epoch */
  readonly acceptedAt: number;
}

type Reader = (event: Envelope, facts: DeliveryFacts) => unknown;

const reserved: readonly (readonly [string, Reader])[] = [
  ["aws.events.rule-arn", (_event, facts) => facts.ruleArn],
  ["aws.events.rule-name", (_event, facts) => facts.ruleName],
  ["aws.events.event.ingestion-time", (_event, facts) => envelopeTime(facts.acceptedAt)],
  ["aws.events.event", ({ detail: _detail, ...event }) => event],
  ["aws.events.event.json", (event) => event],
];

/** Makes of an event the text that the target is handed. */
export type TargetInput = (event: Envelope, facts: DeliveryFacts) => string;

/**
 * Compiles `Input`, `InputPath` or `InputTransformer`; without any, the target is handed the event.
 * @throws AwsError ValidationException
 */
export function compileTargetInput(target: RuleTarget): TargetInput {
  const { Input: constant, InputPath, InputTransformer } = target;
  if ([constant, InputPath, InputTransformer].filter((each) => each !== undefined).length > 1) {
    throw refusal(target, "Only one of Input, InputPath, or InputTransformer must be provided");
  }
  if (constant !== undefined) {
    requireJson(constant, target);
    return () => constant;
  }
  if (InputPath !== undefined) {
    const read = compileEventPath(InputPath);
    return (event) => JSON.stringify(read(event) ?? null);
  }
  if (InputTransformer !== undefined) return compileTransformer(InputTransformer, target);
  return (event) => JSON.stringify(event);
}

function compileTransformer(
  { InputPathsMap, InputTemplate }: NonNullable<RuleTarget["InputTransformer"]>,
  target: RuleTarget,
): TargetInput {
  const readers = new Map<string, Reader>(reserved);
  for (const [name, path] of Object.entries(InputPathsMap)) {
    if (name.startsWith("aws.")) throw refusal(target, `InputPathsMap may not define ${name}`);
    readers.set(name, compileEventPath(path));
  }
  for (const [, name = ""] of InputTemplate.matchAll(placeholder)) {
    if (!readers.has(name)) throw refusal(target, `InputTemplate names <${name}>, which InputPathsMap lacks`);
  }
  const render: TargetInput = (event, facts) =>
    fillTemplate(InputTemplate, (name) => readers.get(name)?.(event, facts));
  requireJson(
    fillTemplate(InputTemplate, () => "x"),
    target,
  );
  return render;
}

/** Outside of a JSON string a value stands as JSON, inside of one as text; an absent one is null or "". */
function fillTemplate(template: string, read: (name: string) => unknown): string {
  let filled = "";
  let isInString = false;
  let from = 0;
  for (const found of template.matchAll(placeholder)) {
    const literal = template.slice(from, found.index);
    filled += literal;
    from = found.index + found[0].length;
    isInString = endsInString(literal, isInString);
    const value = read(found[1] ?? "");
    filled += isInString ? escaped(value) : JSON.stringify(value ?? null);
  }
  return filled + template.slice(from);
}

function endsInString(text: string, startsInString: boolean): boolean {
  const quotes = text.replaceAll(/\\./g, "").split('"').length - 1;
  return quotes % 2 === 0 ? startsInString : !startsInString;
}

function escaped(value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value ?? "");
  return JSON.stringify(value === undefined ? "" : text).slice(1, -1);
}

/** A template may also be several quoted lines, which AWS hands over as they are. */
function requireJson(text: string, target: RuleTarget): void {
  try {
    const lines = text.trim().startsWith('"') ? text.trim().split("\n") : [text];
    for (const line of lines) parseJson(line);
  } catch {
    throw refusal(target, "Input is not valid JSON");
  }
}

function refusal(target: RuleTarget, reason: string): AwsError {
  return new AwsError("ValidationException", `Invalid target ${target.Id}. Reason: ${reason}`);
}
