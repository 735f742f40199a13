import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { askEarly, takeEarly } from "./early-requests";
import { FakeCognito } from "./fake-cognito";
import { storeTokens } from "./stored-tokens";
import { memoryStorage } from "./test-orders";
import { config } from "./test-session";

const paths = { everybody: ["/shop"], signedIn: ["/orders/{id}"] };
const shop = `${config.apiUrl}/shop?eventId=expo`;
const own = `${config.apiUrl}/orders/a?eventId=expo`;
const storage = memoryStorage();
const fetched = vi.fn<typeof fetch>();

/** As a page runs it: its text, without anything around it. */
async function runInPage(): Promise<void> {
  new Function(`(${askEarly})(${JSON.stringify(paths)}, "default")`)();
  await vi.waitFor(() => expect(globalThis.earlyRequests?.has(shop)).toBe(true));
}

function signIn(): string {
  const tokens = new FakeCognito().issueTokens("eva@example.com");
  storeTokens(storage, config.userPoolClientId, tokens);
  return tokens.AccessToken;
}

beforeEach(() => {
  vi.stubGlobal("localStorage", storage);
  vi.stubGlobal("location", { search: "?id=a&eventId=expo" });
  vi.stubGlobal("fetch", fetched.mockReset());
  fetched.mockImplementation(async (url) => Response.json(url === "/config.json" ? config : { from: url }));
});
afterEach(() => {
  storage.clear();
  globalThis.earlyRequests = undefined;
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("asks for the shop as nobody and leaves alone what is somebody's own", async () => {
  await runInPage();
  expect(fetched.mock.calls.map(([url]) => url)).toEqual(["/config.json", shop]);
  expect(await (await takeEarly(shop, null))?.response.json()).toEqual({ from: shop });
});

it("leaves the configuration to be read again by who takes it", async () => {
  await runInPage();
  expect(await (await takeEarly("/config.json", null))?.response.json()).toEqual(config);
});

it("asks for somebody's own with their token and gives it to nobody else, once", async () => {
  const token = signIn();
  await runInPage();
  const [, init] = fetched.mock.calls.find(([url]) => url === own) ?? [];
  expect(new Headers(init?.headers).get("authorization")).toBe(`Bearer ${token}`);
  expect(takeEarly(own, "another")).toBeNull();
  expect(await (await takeEarly(own, token))?.response.json()).toEqual({ from: own });
  expect(takeEarly(own, token)).toBeNull();
});

it("does not ask with a token that has expired", async () => {
  signIn();
  vi.useFakeTimers({ now: Date.now() + 24 * 3_600_000, toFake: ["Date"] });
  await runInPage();
  expect(globalThis.earlyRequests?.has(own)).toBe(false);
});

it("gives nothing that was asked for long ago", async () => {
  await runInPage();
  vi.useFakeTimers({ now: Date.now() + 11_000, toFake: ["Date"] });
  expect(takeEarly(shop, null)).toBeNull();
});
