import { existsSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { join } from "node:path";
import sirv from "sirv";
import { isAddressedToUs } from "../access";
import type { Addresses } from "../addresses";
import type { SiteOption } from "../options";
import { siteHeaders } from "./site-headers";

const foreverImmutable = "public, max-age=31536000, immutable";

/**
 * Serves a static export as a web host would: `/menu` is `menu.html`, unknown paths are `404.html`,
 * and `/config.json` is what `config` answers at that moment.
 */
export function createSiteServer(
  site: SiteOption,
  addresses: Addresses,
  config: () => Readonly<Record<string, string>>,
): Server {
  if (!existsSync(site.folder)) throw new Error(`--site ${site.name}: there is no folder ${site.folder}`);
  const files = sirv(site.folder, {
    etag: true,
    dotfiles: false,
    gzip: true,
    setHeaders: (response, path) =>
      response.setHeader("cache-control", path.startsWith("/_next/static/") ? foreverImmutable : "no-cache"),
    onNoMatch: (_, response) => notFound(site.folder, response),
  });
  return createServer((request, response) => {
    for (const [name, value] of Object.entries(siteHeaders(request.headers.host, config()))) {
      response.setHeader(name, value);
    }
    if (!isForUs(request, addresses)) {
      response.writeHead(403).end("This host name or origin is not served here.\n");
    } else if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405, { allow: "GET, HEAD" }).end();
    } else if (pathOf(request) === "/config.json") {
      response.writeHead(200, { "content-type": "application/json", "cache-control": "no-store" });
      response.end(request.method === "HEAD" ? undefined : JSON.stringify(config()));
    } else {
      files(request, response);
    }
  });
}

/** A foreign name that leads here, or a foreign page that asks, gets nothing. */
function isForUs(request: IncomingMessage, addresses: Addresses): boolean {
  const { host, origin } = request.headers;
  const isOwnPage = origin === undefined || origin === `http://${host}`;
  return isOwnPage && isAddressedToUs(request, addresses);
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? "/").replace(/[?#].*$/, "");
}

function notFound(folder: string, response: ServerResponse): void {
  const page = join(folder, "404.html");
  const body = existsSync(page) ? readFileSync(page) : "Not found\n";
  const type = typeof body === "string" ? "text/plain" : "text/html; charset=utf-8";
  response.writeHead(404, { "content-type": type, "cache-control": "no-cache" }).end(body);
}
