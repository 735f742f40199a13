import type { FakeCognito } from "./fake-cognito";
import { SessionClient } from "./session";
import { storeTokens } from "./stored-tokens";
import { memoryStorage } from "./test-orders";

export const config = {
  region: "us-east-1",
  userPoolId: "us-east-1_LocalPool",
  userPoolClientId: "client1",
  userPoolEndpoint: "http://localhost:21566",
  apiUrl: "http://localhost:21500",
  eventsUrl: "http://localhost:21566",
  eventsRealtimeUrl: "ws://localhost:21566/event/realtime",
  customerUrl: "http://localhost:21502",
};

/** Another tab of the browser that keeps its tokens here; without locks unless told otherwise. */
export function tabOf(
  storage: Storage,
  alone: (run: () => Promise<void>) => Promise<void> = (run) => run(),
): SessionClient {
  return new SessionClient(config, {
    storage,
    tabStorage: memoryStorage(),
    alone,
    loadCognito: () => Promise.reject(new Error("nobody signs in here")),
  });
}

/** What a browser keeps once somebody has signed in. */
export function signedInAs(email: string, cognito: FakeCognito, storage: Storage): void {
  storeTokens(storage, config.userPoolClientId, cognito.issueTokens(email));
}
