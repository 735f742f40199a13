import { useEffect, useState } from "preact/hooks";

/** Where the page is: `#/executions/OrderProcessor/abc?status=RUNNING`. */
export interface Route {
  readonly path: readonly string[];
  readonly query: URLSearchParams;
}

export function parseHash(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?");
  const parts = path.split("/").filter((part) => part !== "");
  return { path: parts.map(decode), query: new URLSearchParams(query) };
}

/** What a reload must not be lost over: a hash that somebody typed. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export function hashOf(path: readonly string[], query: Readonly<Record<string, string>> = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== "");
  const search = new URLSearchParams(given).toString();
  return `#/${path.map(encodeURIComponent).join("/")}${search === "" ? "" : `?${search}`}`;
}

export function useRoute(): Route {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const follow = () => setHash(location.hash);
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  return parseHash(hash);
}

export function go(path: readonly string[], query: Readonly<Record<string, string>> = {}): void {
  location.hash = hashOf(path, query);
}

/** Changes some of the query where we are, without a further step in the browser's history. */
export function changeQuery(changes: Readonly<Record<string, string>>): void {
  const { path, query } = parseHash(location.hash);
  history.replaceState(null, "", hashOf(path, { ...Object.fromEntries(query), ...changes }));
  dispatchEvent(new HashChangeEvent("hashchange"));
}
