import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FakeCognito } from "./fake-cognito";
import type { Session } from "./stored-tokens";
import { memoryStorage } from "./test-orders";
import { signedInAs, tabOf } from "./test-session";

let cognito: FakeCognito;
let storage: Storage;
const renewals = () => cognito.calls.filter((call) => call === "GetTokensFromRefreshToken").length;
const tokenOf = (session: Session | null) => session?.accessToken ?? "nobody";

beforeEach(() => {
  vi.useFakeTimers({ now: Date.now(), toFake: ["Date"] });
  cognito = new FakeCognito();
  storage = memoryStorage();
  vi.stubGlobal("fetch", cognito.fetch);
  signedInAs("eva@example.com", cognito, storage);
  cognito.calls.length = 0;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("a session", () => {
  it("is there after a reload without any request", async () => {
    const session = tabOf(storage);
    expect(session.current()?.email).toBe("eva@example.com");
    expect((await session.get())?.accessToken).toBe(session.current()?.accessToken);
    expect(cognito.calls).toEqual([]);
  });

  it("renews a token that was refused, once for all who ask", async () => {
    const session = tabOf(storage);
    const refused = tokenOf(session.current());
    const [one, other] = await Promise.all([session.get({ refused }), session.get({ refused })]);
    const late = await session.get({ refused });
    expect(tokenOf(one)).not.toBe(refused);
    expect([tokenOf(other), tokenOf(late)]).toEqual([tokenOf(one), tokenOf(one)]);
    expect(renewals()).toBe(1);
  });

  it("renews a token that has expired", async () => {
    vi.advanceTimersByTime(3_601_000);
    await tabOf(storage).get();
    expect(renewals()).toBe(1);
  });

  it("does not go on renewing when fresh tokens are refused, too", async () => {
    const session = tabOf(storage);
    let refused = tokenOf(session.current());
    for (let polls = 0; polls < 12; polls += 1) {
      refused = tokenOf(await session.get({ refused }));
      vi.advanceTimersByTime(5_000);
    }
    expect(renewals()).toBe(2);
    expect(session.current()).not.toBeNull();
  });

  it.each(["NotAuthorizedException", "RefreshTokenReuseException", "UserNotFoundException"])(
    "ends when Cognito refuses to renew it: %s",
    async (error) => {
      const session = tabOf(storage);
      cognito.failWith = error;
      expect(await session.get({ refused: tokenOf(session.current()) })).toBeNull();
      expect(session.current()).toBeNull();
      expect(tabOf(storage).current()).toBeNull();
      expect(storage.length).toBe(0);
    },
  );

  it.each(["offline", "TooManyRequestsException", "InternalErrorException"])(
    "is kept when it cannot be renewed for now: %s",
    async (trouble) => {
      const session = tabOf(storage);
      const refused = tokenOf(session.current());
      cognito.failWith = trouble;
      await expect(session.get({ refused })).rejects.toMatchObject({ name: "NetworkError" });
      expect(session.current()).not.toBeNull();
      cognito.failWith = null;
      expect(tokenOf(await session.get({ refused }))).not.toBe(refused);
    },
  );
});

describe("two tabs", () => {
  it("that renew in the same moment both stay signed in, and go on with the same tokens", async () => {
    const [one, other] = [tabOf(storage), tabOf(storage)];
    const refused = tokenOf(one.current());
    await Promise.all([one.get({ refused }), other.get({ refused })]);
    expect(tokenOf(await one.get())).toBe(tokenOf(await other.get()));
    vi.advanceTimersByTime(3_601_000);
    await Promise.all([one.get(), other.get()]);
    expect([one.current(), other.current()]).not.toContain(null);
  });

  it("renew once where the browser lets them take turns", async () => {
    let before: Promise<void> = Promise.resolve();
    const inTurn = (run: () => Promise<void>) => {
      before = before.then(run);
      return before;
    };
    const [one, other] = [tabOf(storage, inTurn), tabOf(storage, inTurn)];
    const refused = tokenOf(one.current());
    await Promise.all([one.get({ refused }), other.get({ refused })]);
    expect(renewals()).toBe(1);
    expect(tokenOf(one.current())).toBe(tokenOf(other.current()));
  });

  it("keep the sign-in when a renewal that slept comes too late", async () => {
    const [sleeper, other] = [tabOf(storage), tabOf(storage)];
    const refused = tokenOf(sleeper.current());
    cognito.beforeRenewal = async () => {
      cognito.beforeRenewal = () => undefined;
      await other.get({ refused });
      vi.advanceTimersByTime(120_000);
    };
    expect(await sleeper.get({ refused })).not.toBeNull();
    expect(tokenOf(sleeper.current())).toBe(tokenOf(other.current()));
  });

  it("both end with a sign-out, also while one renews", async () => {
    const [session, otherTab] = [tabOf(storage), tabOf(storage)];
    const noticed = vi.fn();
    otherTab.subscribe(noticed);
    cognito.beforeRenewal = () => session.signOut();
    expect(await otherTab.get({ refused: tokenOf(otherTab.current()) })).toBeNull();
    expect(session.current()).toBeNull();
    expect(storage.length).toBe(0);
    expect(noticed).toHaveBeenCalledTimes(1);
  });
});

it("a renewal whose answer was lost is repeated within the minute", async () => {
  const session = tabOf(storage);
  const refused = tokenOf(session.current());
  cognito.losesRenewals = true;
  await expect(session.get({ refused })).rejects.toMatchObject({ name: "NetworkError" });
  cognito.losesRenewals = false;
  vi.advanceTimersByTime(50_000);
  expect(tokenOf(await session.get({ refused }))).not.toBe(refused);
});

describe("signing out", () => {
  it("revokes and forgets the tokens, and without a network forgets them all the same", async () => {
    const session = tabOf(storage);
    await session.signOut();
    expect(cognito.calls).toEqual(["RevokeToken"]);
    signedInAs("eva@example.com", cognito, storage);
    cognito.failWith = "offline";
    const later = tabOf(storage);
    await later.signOut();
    expect(later.current()).toBeNull();
    expect(storage.length).toBe(0);
  });

  it("everywhere ends the sign-ins of all devices", async () => {
    const elsewhere = memoryStorage();
    signedInAs("eva@example.com", cognito, elsewhere);
    await tabOf(storage).signOutEverywhere();
    expect(storage.length).toBe(0);
    const phone = tabOf(elsewhere);
    expect(await phone.get({ refused: tokenOf(phone.current()) })).toBeNull();
  });

  it("everywhere is refused without a network, and everything stays as it was", async () => {
    const session = tabOf(storage);
    cognito.failWith = "offline";
    await expect(session.signOutEverywhere()).rejects.toMatchObject({ reason: "no_network" });
    expect(session.current()).not.toBeNull();
  });

  it("everywhere renews a token that is not accepted any more", async () => {
    const session = tabOf(storage);
    cognito.refusedToken = tokenOf(session.current());
    await session.signOutEverywhere();
    expect(cognito.calls).toEqual(["GlobalSignOut", "GetTokensFromRefreshToken", "GlobalSignOut"]);
    expect(session.current()).toBeNull();
  });

  it("everywhere is done when another device was quicker", async () => {
    const session = tabOf(storage);
    cognito.failWith = "NotAuthorizedException";
    await session.signOutEverywhere();
    expect(session.current()).toBeNull();
  });
});
