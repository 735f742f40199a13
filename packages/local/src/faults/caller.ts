import { AsyncLocalStorage } from "node:async_hooks";
import type { IncomingMessage } from "node:http";

/** The name of the function on whose behalf the request under way is carried out. */
export const currentCaller = new AsyncLocalStorage<string | undefined>();

/** Functions sign with their name as access key; what others sign with names nobody here. */
export function callerOf({ headers }: Pick<IncomingMessage, "headers">): string | undefined {
  return /Credential=([^/]+)\//.exec(headers.authorization ?? "")?.[1];
}
