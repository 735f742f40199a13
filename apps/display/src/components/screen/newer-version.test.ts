import { describe, expect, it } from "vitest";
import { isNewer } from "./newer-version";

const page = `<link rel="stylesheet" href="/_next/static/chunks/a.css"/><script src="/_next/static/chunks/b.js" async=""></script>`;

describe("a newer version of the screen", () => {
  it("has a part that this page never loaded", () => {
    expect(isNewer(page, new Set(["/_next/static/chunks/a.css"]))).toBe(true);
  });

  it("is not what this page is made of, whatever else has been loaded since", () => {
    const loaded = ["/_next/static/chunks/a.css", "/_next/static/chunks/b.js", "/_next/static/chunks/c.js"];
    expect(isNewer(page, new Set(loaded))).toBe(false);
  });

  it("is not an answer of something else, like a hotel's sign-in", () => {
    expect(isNewer("<h1>Welcome to our network</h1>", new Set())).toBe(false);
  });
});
