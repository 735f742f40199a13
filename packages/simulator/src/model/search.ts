import { busActions } from "./bus";
import type { Looked } from "./check";
import { executionActions } from "./executions";
import { type Invariant, invariants } from "./invariants";
import type { ModelState } from "./model-state";
import { clockActions, peopleActions } from "./people";
import { processActions } from "./process-steps";
import { sweeperActions } from "./sweeper";
import type { Action, World } from "./world";

/** Everything that may happen next. */
export function actionsOf(world: World, state: ModelState): Action[] {
  return [
    ...processActions(world, state),
    ...executionActions(world, state),
    ...busActions(world, state),
    ...sweeperActions(world, state),
    ...peopleActions(world, state),
    ...clockActions(state),
  ];
}

export interface Violation {
  invariant: Invariant;
  what: string;
  /** What happened, from the start of the search on. */
  story: string[];
}

export interface Searched {
  states: number;
  depth: number;
  /** Whether every state within the bounds was seen. */
  isComplete: boolean;
  violation: Violation | null;
}

export interface SearchLimits {
  states: number;
  depth?: number;
}

interface Node {
  state: ModelState;
  parent: number;
  says: string;
}

/** Looks at every state that can be reached from `start`, the nearest first, until an invariant is violated. */
export function search(world: World, start: ModelState, limits: SearchLimits): Searched {
  const seen = new Set<string>([fingerprint(start)]);
  const nodes: Node[] = [{ state: start, parent: -1, says: "" }];
  const depth = limits.depth ?? Number.POSITIVE_INFINITY;
  let level = 0;
  let levelEnd = 1;
  for (let index = 0; index < nodes.length; index += 1) {
    if (index === levelEnd) {
      level += 1;
      levelEnd = nodes.length;
      if (level >= depth) break;
    }
    const node = nodes[index];
    if (node === undefined) break;
    const actions = actionsOf(world, node.state);
    const isQuiet = !actions.some(({ kind }) => kind === "system");
    const here = isQuiet ? violated({ world, before: null, state: node.state, isQuiet }) : null;
    if (here !== null) return found(nodes, index, level, here);
    for (const { next, says } of actions) {
      const there = violated({ world, before: node.state, state: next, isQuiet: false });
      const key = fingerprint(next);
      if (there === null && seen.has(key)) continue;
      seen.add(key);
      nodes.push({ state: next, parent: index, says });
      if (there !== null) return found(nodes, nodes.length - 1, level + 1, there);
    }
    if (nodes.length > limits.states)
      return { states: nodes.length, depth: level, isComplete: false, violation: null };
  }
  return { states: nodes.length, depth: level, isComplete: level < depth, violation: null };
}

export function violated(looked: Looked): { invariant: Invariant; what: string } | null {
  for (const [invariant, check] of Object.entries(invariants)) {
    const what = check(looked);
    if (what !== null) return { invariant: invariant as Invariant, what }; // entries forget the names
  }
  return null;
}

function found(nodes: Node[], last: number, depth: number, violation: Omit<Violation, "story">): Searched {
  const story: string[] = [];
  for (let node = nodes[last]; node !== undefined && node.parent >= 0; node = nodes[node.parent]) {
    story.unshift(node.says);
  }
  return { states: nodes.length, depth, isComplete: false, violation: { ...violation, story } };
}

/** One text for all states that differ only in the order of what has no order. */
function fingerprint({ rows, views, shop, customers, executions, ...rest }: ModelState): string {
  return [
    named(rows),
    named(views),
    named(shop.leases),
    named(customers),
    executions.map(textOf).join(),
    unordered(rest.bus),
    unordered(rest.deadLetters),
    unordered(rest.processes),
    `${shop.open} ${rest.counter} ${rest.codeOrders} ${textOf(rest.sent)} ${textOf(rest.left)}`,
  ].join(";");
}

/** States share what has not changed between them: each thing is written out once. */
const texts = new WeakMap<object, string>();

function textOf(thing: object): string {
  const known = texts.get(thing);
  if (known !== undefined) return known;
  const text = JSON.stringify(thing);
  texts.set(thing, text);
  return text;
}

const unordered = (all: readonly object[]): string =>
  (all.length < 2 ? all.map(textOf) : all.map(textOf).sort()).join();

function named(all: Readonly<Record<string, object | string>>): string {
  const names = Object.keys(all);
  if (names.length > 1) names.sort();
  return names
    .map((name) => `${name}=${typeof all[name] === "object" ? textOf(all[name]) : all[name]}`)
    .join();
}
