import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";

const main = fileURLToPath(new URL("../main.ts", import.meta.url));
const head = `import { createRequire as createRequireHere } from "node:module";
const require = createRequireHere(${JSON.stringify(pathToFileURL(main).href)});`;

/** Files beside the sources are found where the sources lie. */
const ownAddress: Plugin = {
  name: "own-address",
  setup: ({ onLoad }) =>
    onLoad({ filter: /\/local\/src\/.*\.ts$/ }, ({ path }) => ({
      loader: "ts",
      contents: readFileSync(path, "utf8").replaceAll(
        "import.meta.url",
        JSON.stringify(pathToFileURL(path).href),
      ),
    })),
};

/** The machine as one file: a process that is killed two hundred times has to start quickly. */
export async function bundleMachine(folder: string): Promise<string> {
  const outfile = join(folder, "machine.mjs");
  await build({
    entryPoints: [main],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    banner: { js: head },
    plugins: [ownAddress],
    logLevel: "error",
  });
  return outfile;
}
