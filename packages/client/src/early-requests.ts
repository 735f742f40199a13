import type { AppConfig } from "@serverlesspresso/contracts/app-config";

/** An answer, and when it was asked for and there: epoch ms by this browser's clock. */
export interface TimedAnswer {
  response: Response;
  sentAt: number;
  receivedAt: number;
}

interface EarlyRequest {
  /** As whom it was asked. */
  token: string | null;
  sentAt: number;
  answer: Promise<TimedAnswer>;
}

declare global {
  /** What a page asked for before its scripts were there, by address. */
  var earlyRequests: Map<string, EarlyRequest> | undefined;
}

/** What was asked longer ago is asked anew. */
const freshMs = 10_000;

/** The answer to what the page asked ahead, once; null if it did not, too long ago, or as somebody else. */
export function takeEarly(url: string, token: string | null): Promise<TimedAnswer> | null {
  const asked = globalThis.earlyRequests?.get(url);
  if (asked?.token !== token) return null;
  globalThis.earlyRequests?.delete(url);
  return Date.now() - asked.sentAt < freshMs ? asked.answer : null;
}

/** Paths of the API; `{id}` is the one in the page's address. */
export interface EarlyPaths {
  everybody: readonly string[];
  /** Asked only as somebody whose token is good. */
  signedIn: readonly string[];
}

/**
 * Asks for what a page's first screen needs while its scripts are on their way: the configuration, then these
 * paths. Whatever fails is asked anew by who needs it. The function is put into a page as text, and so may use
 * nothing from outside itself.
 */
export function askEarly({ everybody, signedIn }: EarlyPaths, defaultEventId: string): void {
  const requests = new Map<string, EarlyRequest>();
  globalThis.earlyRequests = requests;

  function ask(url: string, token: string | null, init: RequestInit): Promise<TimedAnswer> {
    const sentAt = Date.now();
    const sent = fetch(url, { ...init, signal: AbortSignal.timeout(15_000) });
    const answer = sent.then((response) => ({ response, sentAt, receivedAt: Date.now() }));
    requests.set(url, { token, sentAt, answer });
    return answer;
  }

  function goodToken(clientId: string): string | null {
    const prefix = `CognitoIdentityServiceProvider.${clientId}`;
    const user = localStorage.getItem(`${prefix}.LastAuthUser`);
    const token = localStorage.getItem(`${prefix}.${user}.accessToken`);
    if (token === null) return null;
    const payload = token.split(".")[1] ?? "";
    const { exp } = JSON.parse(atob(payload.replaceAll("-", "+").replaceAll("_", "/")));
    const drift = Number(localStorage.getItem(`${prefix}.${user}.clockDrift`));
    return exp * 1000 - drift > Date.now() ? token : null;
  }

  async function askAll(): Promise<void> {
    const { response } = await ask("/config.json", null, { cache: "no-store" });
    // Whoever takes the answer looks at it closely.
    const { apiUrl, userPoolClientId } = (await response.clone().json()) as AppConfig;
    const token = goodToken(userPoolClientId);
    const headers: HeadersInit = token ? { authorization: `Bearer ${token}` } : {};
    const search = new URLSearchParams(location.search);
    const id = encodeURIComponent(search.get("id") ?? "");
    for (const path of token ? [...signedIn, ...everybody] : everybody) {
      const url = new URL(apiUrl.replace(/\/$/, "") + path.replace("{id}", id));
      url.searchParams.set("eventId", search.get("eventId") || defaultEventId);
      ask(url.href, token, { headers }).catch(() => undefined);
    }
  }

  askAll().catch(() => undefined);
}
