// What runs in a function's worker: bare Node without the TypeScript loader, as a bundle finds it on AWS.
import { existsSync, readFileSync } from "node:fs";
import Module from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { parentPort, workerData } from "node:worker_threads";

const SystemDate = Date;

followClock(new Float64Array(workerData.clock));
await start();

async function start() {
  let handler;
  try {
    handler = await loadHandler(workerData.folder, workerData.handler);
  } catch (cause) {
    parentPort.postMessage({ kind: "failed", error: describe(cause) });
    return;
  }
  parentPort.on("message", (invocation) => invoke(handler, invocation));
  parentPort.postMessage({ kind: "ready" });
}

async function invoke(handler, { id, payload, context, patienceMs }) {
  const endsAt = performance.now() + patienceMs;
  const fullContext = {
    ...context,
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, Math.floor(endsAt - performance.now())),
  };
  try {
    const result = await run(handler, JSON.parse(payload), fullContext);
    parentPort.postMessage({ kind: "result", id, payload: JSON.stringify(result) ?? "null" });
  } catch (cause) {
    parentPort.postMessage({ kind: "error", id, error: describe(cause) });
  }
}

/** A handler answers by its promise or, in the older form with three parameters, by a callback. */
function run(handler, event, context) {
  if (handler.length < 3) return handler(event, context);
  return new Promise((done, failed) => {
    const answer = handler(event, context, (cause, result) => (cause ? failed(cause) : done(result)));
    if (typeof answer?.then === "function") answer.then(done, failed);
  });
}

async function loadHandler(folder, name) {
  const dot = name.lastIndexOf(".");
  const path = join(folder, name.slice(0, dot));
  const file = [".js", ".mjs", ".cjs"].map((extension) => path + extension).find(existsSync);
  if (file === undefined) throw named("Runtime.ImportModuleError", `Cannot find module '${path}'`);
  const exported = isCommonJs(folder, file) ? requireBundle(file) : await import(pathToFileURL(file).href);
  const handler = exported[name.slice(dot + 1)] ?? exported.default?.[name.slice(dot + 1)];
  if (typeof handler !== "function") {
    throw named("Runtime.HandlerNotFound", `${name} is undefined or not exported`);
  }
  return handler;
}

/** As on AWS only a package.json of the bundle's own counts, not one of a folder around it. */
function isCommonJs(folder, file) {
  if (!file.endsWith(".js")) return file.endsWith(".cjs");
  const manifest = join(folder, "package.json");
  return !existsSync(manifest) || JSON.parse(readFileSync(manifest, "utf8")).type !== "module";
}

function requireBundle(file) {
  const bundle = new Module(file);
  bundle.filename = file;
  bundle.paths = Module._nodeModulePaths(dirname(file));
  bundle._compile(readFileSync(file, "utf8"), file);
  return bundle.exports;
}

/** Makes `Date` read the machine's clock: the same sum as timeOf() in clock.ts. */
function followClock(shared) {
  const now = () => {
    const [lead, start, rate] = shared;
    return Math.floor(start + lead + (SystemDate.now() - start) * rate);
  };
  function ClockDate(...args) {
    if (new.target === undefined) return new SystemDate(now()).toString();
    return Reflect.construct(SystemDate, args.length === 0 ? [now()] : args, new.target);
  }
  Object.defineProperties(ClockDate, Object.getOwnPropertyDescriptors(SystemDate));
  ClockDate.now = now;
  SystemDate.prototype.constructor = ClockDate;
  globalThis.Date = ClockDate;
}

function named(name, message) {
  return Object.assign(new Error(message), { name });
}

function describe(cause) {
  if (!(cause instanceof Error)) {
    return { errorType: typeof cause, errorMessage: String(cause), trace: [] };
  }
  const errorType = cause.name || cause.constructor.name;
  return { errorType, errorMessage: cause.message, trace: String(cause.stack).split("\n") };
}
