/** Whether a page, as the site has it now, is made of scripts or styles that this document never loaded. */
export function isNewer(page: string, loaded: ReadonlySet<string>): boolean {
  const parts = [...page.matchAll(/(?:src|href)="([^"]*\/_next\/static\/[^"]+\.(?:js|css))"/g)];
  return parts.length > 0 && parts.some(([, part = ""]) => !loaded.has(part));
}

/** The scripts and styles of this document, as its page names them. */
export function loadedParts(): ReadonlySet<string> {
  const elements = document.querySelectorAll("script[src], link[href]");
  const parts = [...elements].map((each) => each.getAttribute("src") ?? each.getAttribute("href") ?? "");
  return new Set(parts);
}
