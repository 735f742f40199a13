import { readFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import type { HttpRequest } from "../service";

/** What `npm run build` of this package makes of `page/`. */
const builtFolder = new URL("../../out/console/", import.meta.url);

const types: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  woff2: "font/woff2",
};

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** Serves the console page; says whether the request was for one of its files. */
export function handleConsoleRequest(request: HttpRequest, response: ServerResponse): boolean {
  const file = request.method === "GET" ? fileOf(request.url) : undefined;
  const type = types[file?.split(".").at(-1) ?? ""];
  if (file === undefined || type === undefined) return false;
  const content = read(file);
  if (content === undefined && file !== "index.html") return false;
  response.writeHead(content === undefined ? 503 : 200, {
    "content-type": content === undefined ? "text/plain" : type,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-resource-policy": "same-origin",
    "content-security-policy": policy,
  });
  response.end(
    content ?? "The console page is not built: npx turbo run build --filter=@serverlesspresso/local\n",
  );
  return true;
}

/** `GET /?Action=…` is a call of the query protocol. */
function fileOf({ pathname, searchParams }: URL): string | undefined {
  if (pathname === "/") return searchParams.has("Action") ? undefined : "index.html";
  return /^\/console\/([\w-]+\.(?:css|js|woff2))$/.exec(pathname)?.[1];
}

function read(file: string): Buffer | undefined {
  try {
    return readFileSync(new URL(file, builtFolder));
  } catch {
    return undefined;
  }
}
