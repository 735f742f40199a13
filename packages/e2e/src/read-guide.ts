import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Stack } from "./stack";

const guide = fileURLToPath(new URL("../../../docs/workshop.md", import.meta.url));

/** The guide's commands in their order, with the addresses of a stack in place of those of `npm start`. */
export function guideCommands(stack: Stack): string[] {
  const text = readFileSync(guide, "utf8");
  return [...text.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block = ""]) =>
    block.replaceAll("http://localhost:4566", stack.awsUrl).replaceAll("http://localhost:4000", stack.apiUrl),
  );
}
