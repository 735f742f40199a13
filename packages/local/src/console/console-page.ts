import { readFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import type { HttpRequest } from "../service";

const files: Readonly<Record<string, { file: string; type: string }>> = {
  "/": { file: "page.html", type: "text/html; charset=utf-8" },
  "/console/page.css": { file: "page.css", type: "text/css; charset=utf-8" },
  "/console/page.js": { file: "page.js", type: "text/javascript; charset=utf-8" },
};

/** Serves the console page; says whether the request was for one of its files. */
export function handleConsoleRequest(request: HttpRequest, response: ServerResponse): boolean {
  const found = files[request.url.pathname];
  if (found === undefined || request.method !== "GET" || request.url.searchParams.has("Action")) return false;
  response.writeHead(200, {
    "content-type": found.type,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "content-security-policy":
      "default-src 'self'; img-src data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  });
  response.end(readFileSync(new URL(`./page/${found.file}`, import.meta.url)));
  return true;
}
