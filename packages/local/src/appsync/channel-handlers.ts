import { createContext, Script } from "node:vm";
import { EventError, unauthorized } from "./event-error";
import { handlerRuntime } from "./handler-runtime";
import { toHandlerScript } from "./handler-script";

const longestRunMs = 250;

/** What a handler is given; `events` when it is about a publish. */
export type HandlerContext = Record<string, unknown>;
export type HandlerName = "onSubscribe" | "onPublish";
type HandlerPart = "function" | "request" | "response";

/** What a handler gave back, as a JSON copy. */
export interface HandlerAnswer {
  readonly value?: unknown;
  /** The context's stash as the handler left it. */
  readonly stash?: unknown;
  /** Whether it ended by `runtime.earlyReturn`: the data source and the response function are skipped. */
  readonly isEarly?: true;
}

export interface ChannelHandlers {
  /** Whether the handler is one function, a pair for a data source, or not there at all. */
  readonly kindOf: (name: HandlerName) => "function" | "request and response" | undefined;
  /**
   * Runs a handler, or one function of its pair, on a JSON copy of `context`.
   * @throws EventError UnauthorizedException for `util.unauthorized()`, else the handler's own error
   */
  readonly run: (name: HandlerName, part: HandlerPart, context: HandlerContext) => HandlerAnswer;
}

/**
 * Loads a namespace's `CodeHandlers`: APPSYNC_JS, with what `handlerRuntime` offers of its modules.
 * @throws Error for code that does not parse or that imports anything else
 */
export function loadHandlers(namespace: string, code: string): ChannelHandlers {
  const sandbox = createContext({}, { codeGeneration: { strings: false, wasm: false } });
  const enter = (script: Script): string => String(script.runInContext(sandbox, { timeout: longestRunMs }));
  let kinds: Map<string, string>;
  try {
    enter(new Script(handlerRuntime));
    enter(new Script(toHandlerScript(code), { filename: `${namespace}.js` }));
    // Entering the sandbox costs half a millisecond, and most publishes only need to know that nobody asks.
    kinds = new Map(JSON.parse(enter(new Script("listHandlers()"))));
    requireWhole(kinds);
  } catch (cause) {
    throw new Error(`${namespace}: ${messageOf(cause)}`);
  }
  const call = new Script("run(handlerName, handlerPart, handlerInput)");
  return {
    kindOf(name) {
      const kind = kinds.get(name);
      return kind === "function" || kind === "request and response" ? kind : undefined;
    },
    run(name, part, context) {
      Object.assign(sandbox, {
        handlerName: name,
        handlerPart: part,
        handlerInput: JSON.stringify(context),
      });
      const { error, ...answer } = parseAnswer(enter(call));
      if (!error) return answer;
      if (error.type === "UnauthorizedException") throw unauthorized();
      throw new EventError(error.type, error.message);
    },
  };
}

/** A handler that is neither form would be no check at all. */
function requireWhole(kinds: ReadonlyMap<string, string>): void {
  for (const name of ["onSubscribe", "onPublish"]) {
    if (kinds.get(name) === "") throw new Error(`${name} must be a function, or have request and response`);
  }
}

function parseAnswer(text: string): HandlerAnswer & { error?: { type: string; message: string } } {
  return JSON.parse(text);
}

/** An error of the sandbox's own realm is no `Error` here. */
function messageOf(cause: unknown): string {
  return typeof cause === "object" && cause !== null && "message" in cause
    ? String(cause.message)
    : String(cause);
}
