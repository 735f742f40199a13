import { fileURLToPath } from "node:url";
import { Code } from "aws-cdk-lib/aws-lambda";
import { buildSync } from "esbuild";

const sources = new URL("../../packages/api/src/", import.meta.url);
const bundles = new URL("../cdk.out/.bundles/", import.meta.url);

/** Bundles one entry of packages/api with all it needs, the AWS SDK included, into a folder of its own. */
export function bundleHandler(entry: string): Code {
  const folder = fileURLToPath(new URL(`${entry}/`, bundles));
  buildSync({
    entryPoints: [fileURLToPath(new URL(`${entry}.lambda.ts`, sources))],
    outfile: `${folder}index.js`,
    bundle: true,
    minify: true,
    keepNames: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    logLevel: "warning",
  });
  return Code.fromAsset(folder);
}
