/** One segment of a route's path: literal text, `{name}`, or `{name+}` at the end. */
type Segment = { kind: "literal"; text: string } | { kind: "parameter" | "greedy"; name: string };
export type PathPattern = readonly Segment[];

interface Matchable {
  readonly method: string;
  readonly path: PathPattern | undefined;
}

/** @throws Error for a greedy parameter that is not the last segment */
export function parsePath(path: string): PathPattern {
  const parts = path.split("/").slice(1);
  return parts.map((part, index) => {
    const [, name, plus] = /^\{([^{}+]+)(\+?)\}$/.exec(part) ?? [];
    if (name === undefined) return { kind: "literal", text: part };
    if (plus === "") return { kind: "parameter", name };
    if (index < parts.length - 1) throw new Error(`${path}: {${name}+} must be the last segment`);
    return { kind: "greedy", name };
  });
}

/**
 * The route that AWS would choose: the most specific path wins (literal, then parameter, then greedy),
 * then the method itself over ANY; `$default` takes what is left.
 * @param path the request's decoded segments, without the leading slash
 */
export function matchRoute<Route extends Matchable>(
  routes: Iterable<Route>,
  method: string,
  path: readonly string[],
): { route: Route; parameters: Record<string, string> } | undefined {
  const found: { route: Route; parameters: Record<string, string>; rank: string }[] = [];
  for (const route of routes) {
    if (route.path && route.method !== method && route.method !== "ANY") continue;
    const parameters = route.path ? matchPath(route.path, path) : {};
    if (parameters) found.push({ route, parameters, rank: rankOf(route) });
  }
  return found.sort((a, b) => (a.rank < b.rank ? -1 : 1))[0];
}

function matchPath(pattern: PathPattern, path: readonly string[]): Record<string, string> | undefined {
  const parameters: Record<string, string> = {};
  for (const [index, segment] of pattern.entries()) {
    const value = path[index];
    if (value === undefined) return undefined;
    if (segment.kind === "greedy") {
      if (value === "") return undefined;
      return { ...parameters, [segment.name]: path.slice(index).join("/") };
    }
    if (segment.kind === "literal" ? segment.text !== value : value === "") return undefined;
    if (segment.kind === "parameter") parameters[segment.name] = value;
  }
  return pattern.length === path.length ? parameters : undefined;
}

/** Sorts before every less specific route: a letter a segment, then the method. */
function rankOf({ method, path }: Matchable): string {
  if (!path) return "z";
  const letters = { literal: "a", parameter: "b", greedy: "c" };
  return path.map((segment) => letters[segment.kind]).join("") + (method === "ANY" ? "2" : "1");
}
