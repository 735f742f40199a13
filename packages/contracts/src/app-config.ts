import * as z from "zod/mini";

/** What an app reads at run time from its own `config.json`: the back end's outputs. */
export const AppConfig = z.object({
  region: z.string(),
  userPoolId: z.string(),
  userPoolClientId: z.string(),
  /** Where Cognito is reached when not at AWS; empty there. */
  userPoolEndpoint: z.string(),
  apiUrl: z.url(),
  /** AppSync Events: `https://HOST` for the authorization header's host, and the socket's own address. */
  eventsUrl: z.url(),
  eventsRealtimeUrl: z.url(),
  /** The customer app as phones reach it: what the QR code points to. */
  customerUrl: z.url(),
});
export type AppConfig = z.infer<typeof AppConfig>;
