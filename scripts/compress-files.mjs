import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { argv } from "node:process";
import { gzipSync } from "node:zlib";

const compressible = /\.(css|html|js|svg|txt)$/;

/**
 * Puts a gzipped twin beside each file of a static export that gains by it, for the web host of one machine;
 * CloudFront makes its own. Twins of an earlier build go. @returns how many there are
 */
function compressFiles(folder) {
  const files = readdirSync(folder, { recursive: true }).map((name) => join(folder, name));
  for (const file of files) if (file.endsWith(".gz")) rmSync(file);
  const twins = files.filter((file) => compressible.test(file)).flatMap(twinOf);
  for (const { file, bytes } of twins) writeFileSync(`${file}.gz`, bytes);
  return twins.length;
}

function twinOf(file) {
  const plain = readFileSync(file);
  const bytes = gzipSync(plain, { level: 9 });
  return bytes.length < plain.length ? [{ file, bytes }] : [];
}

const [, , folder = "out"] = argv;
console.log(`${compressFiles(folder)} files in ${folder} are compressed`);
