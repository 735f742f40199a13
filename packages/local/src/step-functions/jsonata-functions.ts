import { createHash, randomUUID } from "node:crypto";
import { compileExpression } from "./jsonata-expression";

const hashAlgorithms: Record<string, string> = {
  MD5: "md5",
  "SHA-1": "sha1",
  "SHA-256": "sha256",
  "SHA-384": "sha384",
  "SHA-512": "sha512",
};

/**
 * What Step Functions adds to JSONata, and `$now` and `$millis` by the machine's clock.
 * `$eval` is bound to nothing: calling it fails, as on AWS.
 * Source: "Transforming data with JSONata", Step Functions Developer Guide.
 */
export function stepFunctionsFunctions(now: number): Record<string, unknown> {
  return {
    partition,
    range,
    hash,
    random,
    uuid: () => randomUUID(),
    parse: (text: unknown) => (text === undefined ? undefined : JSON.parse(requireString("parse", text))),
    millis: () => now,
    now: (picture?: unknown, zone?: unknown) => formatNow(now, picture, zone),
    eval: undefined,
  };
}

/** `$partition([1, 2, 3], 2)` is `[[1, 2], [3]]`. */
function partition(array: unknown, size: unknown): unknown[][] | undefined {
  if (array === undefined) return undefined;
  const items = Array.isArray(array) ? array : [array];
  const step = Math.floor(requireNumber("partition", size));
  if (step < 1) throw new Error("$partition: the size must be at least 1");
  const parts = [];
  for (let start = 0; start < items.length; start += step) parts.push(items.slice(start, start + step));
  return parts;
}

/** `$range(1, 9, 2)` is `[1, 3, 5, 7, 9]`; at most 1,000 elements. */
function range(first: unknown, last: unknown, step: unknown): number[] {
  const [from, to, by] = [first, last, step].map((each) => requireNumber("range", each));
  if (from === undefined || to === undefined || !by) throw new Error("$range: the step must not be 0");
  const count = Math.max(0, Math.floor((to - from) / by) + 1);
  if (count > 1000) throw new Error("$range: more than 1,000 elements");
  return Array.from({ length: count }, (_, index) => from + index * by);
}

function hash(data: unknown, algorithm: unknown = "SHA-256"): string | undefined {
  if (data === undefined) return undefined;
  const name = hashAlgorithms[requireString("hash", algorithm)];
  if (name === undefined) throw new Error(`$hash: unknown algorithm ${String(algorithm)}`);
  return createHash(name).update(requireString("hash", data)).digest("hex");
}

/** From 0 up to 1; the same seed gives the same number. */
function random(seed?: unknown): number {
  if (seed === undefined) return Math.random();
  const digest = createHash("sha256")
    .update(String(requireNumber("random", seed)))
    .digest();
  return digest.readUInt32BE(0) / 2 ** 32;
}

function formatNow(now: number, picture: unknown, zone: unknown): Promise<unknown> {
  const format = compileExpression("$fromMillis($time, $picture, $zone)");
  return format.evaluate(undefined, { time: now, picture, zone });
}

function requireNumber(name: string, value: unknown): number {
  if (typeof value !== "number") throw new Error(`$${name}: expected a number`);
  return value;
}

function requireString(name: string, value: unknown): string {
  if (typeof value !== "string") throw new Error(`$${name}: expected a string`);
  return value;
}
