import * as z from "zod/mini";

/** Where Amplify keeps its tokens: read here without loading it, so that a first page stays small. */
const prefixOf = (clientId: string) => `CognitoIdentityServiceProvider.${clientId}`;

const AccessClaims = z.object({
  sub: z.string(),
  exp: z.number(),
  iat: z.number(),
  username: z.optional(z.string()),
  "cognito:groups": z._default(z.array(z.string()), []),
});

const IdClaims = z.object({
  email: z._default(z.nullable(z.string()), null),
  name: z._default(z.nullable(z.string()), null),
});

/** Who is signed in in this browser. */
export interface Session {
  sub: string;
  groups: readonly string[];
  email: string | null;
  /** The shown name of a member of staff. */
  name: string | null;
  accessToken: string;
  /** Epoch ms by this browser's clock. */
  expiresAt: number;
}

/** What Cognito answers to a finished sign-in. */
export interface IssuedTokens {
  AccessToken: string;
  IdToken?: string | undefined;
  RefreshToken: string;
}

/** The stored session, even if its access token has expired; null without one or with unreadable tokens. */
export function readSession(storage: Storage, clientId: string): Session | null {
  const prefix = prefixOf(clientId);
  const user = storage.getItem(`${prefix}.LastAuthUser`);
  const accessToken = readTokens(storage, clientId)?.accessToken;
  if (!accessToken) return null;
  const access = AccessClaims.safeParse(claimsOf(accessToken));
  if (!access.success) return null;
  const id = IdClaims.safeParse(claimsOf(storage.getItem(`${prefix}.${user}.idToken`) ?? ""));
  const drift = Number(storage.getItem(`${prefix}.${user}.clockDrift`) ?? 0);
  return {
    sub: access.data.sub,
    groups: access.data["cognito:groups"],
    email: id.data?.email ?? null,
    name: id.data?.name ?? null,
    accessToken,
    expiresAt: access.data.exp * 1000 - drift,
  };
}

/** The stored tokens of whoever is signed in; null without an access token. */
export function readTokens(
  storage: Storage,
  clientId: string,
): { accessToken: string; refreshToken: string | null } | null {
  const prefix = prefixOf(clientId);
  const user = storage.getItem(`${prefix}.LastAuthUser`);
  const accessToken = user && storage.getItem(`${prefix}.${user}.accessToken`);
  if (!accessToken) return null;
  return { accessToken, refreshToken: storage.getItem(`${prefix}.${user}.refreshToken`) };
}

/** Stores tokens as Amplify does, so that it refreshes and revokes them. */
export function storeTokens(storage: Storage, clientId: string, tokens: IssuedTokens): void {
  const claims = AccessClaims.parse(claimsOf(tokens.AccessToken));
  const user = claims.username ?? claims.sub;
  const prefix = prefixOf(clientId);
  storage.setItem(`${prefix}.LastAuthUser`, user);
  storage.setItem(`${prefix}.${user}.accessToken`, tokens.AccessToken);
  if (tokens.IdToken) storage.setItem(`${prefix}.${user}.idToken`, tokens.IdToken);
  storage.setItem(`${prefix}.${user}.refreshToken`, tokens.RefreshToken);
  storage.setItem(`${prefix}.${user}.clockDrift`, String(claims.iat * 1000 - Date.now()));
}

/** Forgets who is signed in, with all that Amplify keeps of them. */
export function forgetUser(storage: Storage, clientId: string): void {
  const prefix = prefixOf(clientId);
  const user = storage.getItem(`${prefix}.LastAuthUser`);
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index));
  for (const key of keys) {
    if (key?.startsWith(`${prefix}.${user}.`)) storage.removeItem(key);
  }
  storage.removeItem(`${prefix}.LastAuthUser`);
}

/** A token's payload, unverified: for showing only, every decision is the back end's. */
function claimsOf(token: string): unknown {
  try {
    const base64 = (token.split(".")[1] ?? "").replaceAll("-", "+").replaceAll("_", "/");
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}
