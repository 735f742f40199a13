import type { Caller, GatewayEvent, Identity } from "./caller";

/** What a request carries through the API. */
export interface ApiEnv {
  /** The event that API Gateway invoked the function with. */
  Bindings: { event?: GatewayEvent };
  Variables: {
    /** Who calls; null for nobody that we know. */
    identity: Identity | null;
    /** Who calls, on every route that is not public: `allow` puts them there. */
    caller: Caller;
  };
}
