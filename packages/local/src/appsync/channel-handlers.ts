import { createContext, Script } from "node:vm";
import { EventError, unauthorized } from "./event-error";

const longestRunMs = 250;

/** What a handler is given; `events` when it is about a publish. */
export type HandlerContext = Record<string, unknown>;

export interface ChannelHandlers {
  readonly has: (name: "onSubscribe" | "onPublish") => boolean;
  /**
   * Runs a handler on a JSON copy of `context` and answers a JSON copy of its result.
   * @throws EventError UnauthorizedException for `util.unauthorized()`, else the handler's own error
   */
  readonly run: (name: "onSubscribe" | "onPublish", context: HandlerContext) => unknown;
}

/**
 * Loads a namespace's `CodeHandlers`: APPSYNC_JS, of which `util` is what `@aws-appsync/utils` offers here.
 * @throws Error for code that does not parse or that imports anything else
 */
export function loadHandlers(namespace: string, code: string): ChannelHandlers {
  const sandbox = createContext({}, { codeGeneration: { strings: false, wasm: false } });
  new Script(prelude).runInContext(sandbox);
  new Script(asScript(namespace, code), { filename: `${namespace}.js` }).runInContext(sandbox, {
    timeout: longestRunMs,
  });
  // Entering the sandbox costs half a millisecond, and most publishes only need to know that nobody asks.
  const listed = new Script(listHandlers).runInContext(sandbox, { timeout: longestRunMs });
  const names = new Set(String(listed).split(","));
  const call = new Script("run(handlerName, handlerInput)");
  const enter = (name: string, input: string): { value?: unknown; error?: HandlerFault } => {
    sandbox.handlerName = name;
    sandbox.handlerInput = input;
    return JSON.parse(String(call.runInContext(sandbox, { timeout: longestRunMs })));
  };
  return {
    has: (name) => names.has(name),
    run(name, context) {
      const { value, error } = enter(name, JSON.stringify(context));
      if (!error) return value;
      if (error.type === "UnauthorizedException") throw unauthorized();
      throw new EventError(error.type, error.message);
    },
  };
}

interface HandlerFault {
  type: string;
  message: string;
}

const listHandlers = 'Object.keys(handlers).filter((name) => typeof handlers[name] === "function").join()';

/** Everything goes in and out as text, so that no object of this process is within the handler's reach. */
const prelude = `
class Fault extends Error {
  constructor(type, message) { super(message); this.type = type; }
}
const util = Object.freeze({
  unauthorized() { throw new Fault("UnauthorizedException", ""); },
  error(message, type) { throw new Fault(type ?? "CustomError", message); },
  matches(pattern, data) { return new RegExp(pattern).test(data); },
});
const console = Object.freeze({ log() {}, error() {} });
const handlers = {};
function run(name, input) {
  const handler = handlers[name];
  try {
    return JSON.stringify({ value: handler(JSON.parse(input)) });
  } catch (error) {
    return JSON.stringify({ error: { type: error?.type ?? "CodeError", message: String(error?.message) } });
  }
}`;

/** Turns the module into a script: its only import is `util`, its exports go into `handlers`. */
function asScript(namespace: string, code: string): string {
  const withoutImports = code.replace(
    /^\s*import\s*\{([^}]*)\}\s*from\s*["']@aws-appsync\/utils["'];?/gm,
    (_, names: string) => {
      const others = names.split(",").map((name) => name.trim());
      const [unknown] = others.filter((name) => name !== "" && name !== "util");
      if (unknown !== undefined) throw new Error(`${namespace}: import of ${unknown} is not supported here`);
      return "";
    },
  );
  if (/^\s*(import|export\s+default|export\s*\*)/m.test(withoutImports)) {
    throw new Error(`${namespace}: CodeHandlers may import only { util } and export only by name`);
  }
  const exported: string[] = [];
  const body = withoutImports
    .replace(/^\s*export\s+(async\s+)?(function|const|let)\s+(\w+)/gm, (_, __, keyword, name) => {
      exported.push(`${name}: ${name}`);
      return `${keyword} ${name}`;
    })
    .replace(/^\s*export\s*\{([^}]*)\};?/gm, (_, names: string) => {
      for (const each of names.split(",").filter((name) => name.trim() !== "")) {
        const [local, name = local] = each.trim().split(/\s+as\s+/);
        exported.push(`${name}: ${local}`);
      }
      return "";
    });
  return `"use strict";(() => {${body}\n;Object.assign(handlers, { ${exported.join(", ")} });})();`;
}
