import { hasPlaceholder } from "./placeholder";
import { TemplateError } from "./template-error";

/** What a template's intrinsic functions can ask for. */
export interface Scope {
  /** `Ref` of a parameter, a pseudo parameter or a resource. */
  ref(name: string): unknown;
  attribute(logicalId: string, name: string): unknown;
  condition(name: string): boolean;
  mapping(map: string, key: string, attribute: string): unknown;
}

/** `AWS::NoValue`: removes the property or element it stands in. */
export const noValue = Symbol("AWS::NoValue");

type Intrinsic = (argument: unknown, scope: Scope) => unknown;

/**
 * Replaces every intrinsic function in a value by what it stands for.
 * @throws TemplateError for a function that is not supported or wrongly used
 */
export function resolve(value: unknown, scope: Scope): unknown {
  if (Array.isArray(value)) {
    return value.map((element) => resolve(element, scope)).filter((element) => element !== noValue);
  }
  if (!isObject(value)) return value;
  const call = intrinsicOf(value);
  if (call !== undefined) return intrinsic(call.name)(call.argument, scope);
  const entries = Object.entries(value).map(([key, member]) => [key, resolve(member, scope)] as const);
  return Object.fromEntries(entries.filter(([, member]) => member !== noValue));
}

/** Whether a condition holds: `Fn::Equals`, `And`, `Or`, `Not`, or another one by name. */
export function holds(condition: unknown, scope: Scope): boolean {
  const [name, argument] = Object.entries(isObject(condition) ? condition : {})[0] ?? [];
  switch (name) {
    case "Condition":
      return scope.condition(String(argument));
    case "Fn::Equals": {
      const [left, right] = listOf(argument, name).map((side) => resolve(side, scope));
      return String(left) === String(right);
    }
    case "Fn::Not":
      return !holds(listOf(argument, name)[0], scope);
    case "Fn::And":
      return listOf(argument, name).every((each) => holds(each, scope));
    case "Fn::Or":
      return listOf(argument, name).some((each) => holds(each, scope));
    default:
      throw new TemplateError([`${name ?? JSON.stringify(condition)} is no condition`]);
  }
}

const intrinsics: Readonly<Record<string, Intrinsic>> = {
  Ref: (name, scope) => scope.ref(String(name)),
  "Fn::GetAtt": (argument, scope) => {
    const [logicalId = "", ...attribute] = Array.isArray(argument) ? argument : String(argument).split(".");
    return scope.attribute(String(logicalId), attribute.join("."));
  },
  "Fn::Join": (argument, scope) => {
    const [delimiter, elements] = listOf(argument, "Fn::Join");
    return listOf(resolve(elements, scope), "Fn::Join").join(String(delimiter));
  },
  "Fn::Sub": (argument, scope) => {
    const [text, variables = {}] = Array.isArray(argument) ? argument : [argument];
    return substitute(String(text), isObject(variables) ? variables : {}, scope);
  },
  "Fn::Select": (argument, scope) => {
    const [index, elements] = listOf(resolve(argument, scope), "Fn::Select");
    const list = listOf(elements, "Fn::Select");
    const element = list[Number(index)] ?? list.find(hasPlaceholder);
    if (element === undefined) throw new TemplateError([`Fn::Select: there is no element ${index}`]);
    return element;
  },
  "Fn::Split": (argument, scope) => {
    const [delimiter, text] = listOf(resolve(argument, scope), "Fn::Split");
    return String(text).split(String(delimiter));
  },
  "Fn::If": (argument, scope) => {
    const [name, then, otherwise] = listOf(argument, "Fn::If");
    return resolve(scope.condition(String(name)) ? then : otherwise, scope);
  },
  "Fn::FindInMap": (argument, scope) => {
    const [map, key, attribute] = listOf(resolve(argument, scope), "Fn::FindInMap");
    return scope.mapping(String(map), String(key), String(attribute));
  },
  "Fn::Base64": (argument, scope) => Buffer.from(String(resolve(argument, scope))).toString("base64"),
};

function intrinsic(name: string): Intrinsic {
  const found = intrinsics[name];
  if (found === undefined) throw new TemplateError([`${name} is not supported`]);
  return found;
}

function substitute(text: string, variables: Record<string, unknown>, scope: Scope): string {
  return text.replace(/\$\{(!?)([^}]*)\}/g, (_, literal: string, written: string) => {
    const name = written.trim();
    if (literal !== "") return `\${${written}}`;
    if (Object.hasOwn(variables, name)) return String(resolve(variables[name], scope));
    const [logicalId = "", ...attribute] = name.split(".");
    const value =
      attribute.length > 0 ? scope.attribute(logicalId, attribute.join(".")) : scope.ref(logicalId);
    return String(value);
  });
}

/** The logical ids that a value refers to, in any branch of it. */
export function references(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(references);
  if (!isObject(value)) return [];
  const call = intrinsicOf(value);
  switch (call?.name) {
    case "Ref":
      return [String(call.argument)];
    case "Fn::GetAtt": {
      const [logicalId] = Array.isArray(call.argument) ? call.argument : String(call.argument).split(".");
      return [String(logicalId)];
    }
    case "Fn::Sub": {
      const [text, variables] = Array.isArray(call.argument) ? call.argument : [call.argument];
      const names = [...String(text).matchAll(/\$\{([^!}.][^}.]*)[^}]*\}/g)].map((match) => match[1] ?? "");
      return [...names.map((name) => name.trim()), ...references(variables)];
    }
    default:
      return Object.values(value).flatMap(references);
  }
}

function intrinsicOf(value: Record<string, unknown>): { name: string; argument: unknown } | undefined {
  const [first, ...rest] = Object.entries(value);
  if (first === undefined || rest.length > 0) return undefined;
  const [name, argument] = first;
  return name === "Ref" || name.startsWith("Fn::") ? { name, argument } : undefined;
}

function listOf(value: unknown, name: string): unknown[] {
  if (!Array.isArray(value)) throw new TemplateError([`${name} needs a list`]);
  return value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
