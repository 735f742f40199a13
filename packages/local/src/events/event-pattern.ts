import { parseJson } from "../json-depth";
import type { EventFields, Places } from "./event-fields";
import { invalidPattern } from "./invalid-pattern";
import { compileValue, isRecord, reservedNames, type ValueTest } from "./pattern-operators";

/** AWS's limit on the combinations that the `$or`s of one pattern multiply to. */
const mostCombinations = 1000;

interface Condition {
  readonly path: string;
  readonly tests: readonly ValueTest[];
}

/** All of its conditions hold; a pattern matches if one of its combinations does. */
type Combination = readonly Condition[];

/** A compiled event pattern. */
export interface EventPattern {
  matches(fields: EventFields): boolean;
}

/**
 * Compiles an EventBridge event pattern, with the semantics of AWS's event-ruler: `$or` multiplies
 * into combinations, and within arrays of objects all conditions hold for the same element.
 * @param text the pattern's JSON
 * @throws AwsError InvalidEventPatternException naming the place
 */
export function compilePattern(text: string): EventPattern {
  const combinations = compileObject(parse(text), "", false).map((combination) =>
    [...combination].sort((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path))),
  );
  return {
    matches: (fields) => combinations.some((combination) => holds(combination, 0, new Map(), fields)),
  };
}

function parse(text: string): Record<string, unknown> {
  let pattern: unknown;
  try {
    pattern = parseJson(text);
  } catch (cause) {
    throw invalidPattern(cause instanceof Error ? cause.message : "not JSON", "");
  }
  if (!isRecord(pattern)) throw invalidPattern("Filter is not an object", "");
  return pattern;
}

function compileObject(node: Record<string, unknown>, path: string, isInOr: boolean): Combination[] {
  let combinations: Combination[] = [[]];
  const members = Object.entries(node);
  if (members.length === 0) throw invalidPattern("Empty objects are not allowed", path);
  for (const [name, child] of members) {
    const place = path === "" ? name : `${path}.${name}`;
    const choices = isOr(name, child)
      ? compileOr(child, place, path)
      : compileField(name, child, place, isInOr);
    if (combinations.length * choices.length > mostCombinations) {
      throw invalidPattern(`$or makes more than ${mostCombinations} combinations`, place);
    }
    combinations = combinations.flatMap((left) => choices.map((right) => [...left, ...right]));
  }
  return combinations;
}

function isOr(name: string, child: unknown): child is unknown[] {
  return name === "$or" && Array.isArray(child);
}

function compileOr(alternatives: readonly unknown[], place: string, path: string): Combination[] {
  if (alternatives.length < 2) {
    throw invalidPattern("There must have at least 2 Objects in $or relationship.", place);
  }
  return alternatives.flatMap((alternative, index) => {
    if (!isRecord(alternative)) {
      throw invalidPattern("Only JSON object is allowed in array of $or relationship.", `${place}[${index}]`);
    }
    return compileObject(alternative, path, true);
  });
}

function compileField(name: string, child: unknown, place: string, isInOr: boolean): Combination[] {
  if (isInOr && reservedNames.has(name)) {
    throw invalidPattern(`${name} is a reserved field name which cannot be used inside $or.`, place);
  }
  if (isRecord(child)) return compileObject(child, place, isInOr);
  if (!Array.isArray(child)) throw invalidPattern(`"${name}" must be an object or an array`, place);
  if (child.length === 0) throw invalidPattern("Empty arrays are not allowed", place);
  const tests = child.map((value, index) => compileValue(value, `${place}[${index}]`));
  return [[{ path: place, tests }]];
}

/** Whether the conditions from `index` on hold, given the array elements chosen so far. */
function holds(conditions: Combination, index: number, chosen: Places, fields: EventFields): boolean {
  const condition = conditions[index];
  if (condition === undefined) return true;
  const reachable = (fields.get(condition.path) ?? []).flatMap((field) => {
    const places = join(chosen, field.places);
    return places === undefined ? [] : [{ field, places }];
  });
  if (reachable.length === 0) {
    return condition.tests.includes("absent") && holds(conditions, index + 1, chosen, fields);
  }
  const tried = new Set<Places>();
  return reachable.some(({ field, places }) => {
    if (tried.has(field.places)) return false;
    if (!condition.tests.some((test) => test !== "absent" && test(field.value))) return false;
    tried.add(field.places);
    return holds(conditions, index + 1, places, fields);
  });
}

/** Both choices together, or nothing if they take different elements of one array. */
function join(left: Places, right: Places): Places | undefined {
  if (right.size === 0) return left;
  const both = new Map(left);
  for (const [array, element] of right) {
    if ((both.get(array) ?? element) !== element) return undefined;
    both.set(array, element);
  }
  return both;
}
