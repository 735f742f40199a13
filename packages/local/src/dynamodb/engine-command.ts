import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const version = "1.2.1";

/** The command that starts dynoxide: its binary where npm installed one, else by way of npx. */
export function engineCommand(): readonly [string, ...string[]] {
  if (process.platform === "linux" && process.arch === "x64") {
    const manifest = createRequire(import.meta.url).resolve("@dynoxide/linux-x64/package.json");
    const binary = join(dirname(manifest), "dynoxide");
    if (!existsSync(binary)) throw new Error(`the DynamoDB engine is missing: ${binary}; run npm ci`);
    return [binary];
  }
  return ["npx", "--yes", `dynoxide@${version}`];
}
