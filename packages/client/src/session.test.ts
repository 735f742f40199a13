import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FakeCognito } from "./fake-cognito";
import type { SessionClient } from "./session";
import { memoryStorage } from "./test-orders";
import { config } from "./test-session";

let cognito: FakeCognito;
let storage: Storage;
let tabStorage: Storage;

/** A page of this tab: each has its own Amplify, which remembers nothing but what the browser keeps. */
async function loadPage(): Promise<SessionClient> {
  vi.resetModules();
  const page = await import("./session");
  return new page.SessionClient(config, {
    storage,
    tabStorage,
    alone: (run) => run(),
    async loadCognito() {
      const module = await import("./cognito-sign-in");
      module.configure(config);
      return module;
    },
  });
}

beforeEach(() => {
  cognito = new FakeCognito();
  storage = memoryStorage();
  tabStorage = memoryStorage();
  vi.stubGlobal("fetch", cognito.fetch);
  vi.stubGlobal("window", { localStorage: storage, sessionStorage: tabStorage });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe("a new customer", () => {
  it("signs up and in with one code", async () => {
    const session = await loadPage();
    expect(session.current()).toBeNull();
    expect(await session.startSignIn(" Eva@Example.com ")).toEqual({
      step: "code",
      email: "eva@example.com",
    });
    expect(await session.confirmSignIn(` ${cognito.code.slice(0, 3)} ${cognito.code.slice(3)}`)).toEqual({
      step: "done",
    });
    expect(session.current()).toMatchObject({
      sub: "sub-eva@example.com",
      email: "eva@example.com",
      groups: [],
    });
    expect(cognito.calls).toEqual(["SignUp", "ConfirmSignUp", "InitiateAuth"]);
    expect(session.waitingForCode()).toBeNull();
  });

  it("who reloads while reading the mail enters the same code", async () => {
    await (await loadPage()).startSignIn("eva@example.com");
    const reloaded = await loadPage();
    expect(reloaded.waitingForCode()).toBe("eva@example.com");
    expect(await reloaded.confirmSignIn(cognito.code)).toEqual({ step: "done" });
  });

  it("who came back without having confirmed is sent another code", async () => {
    await (await loadPage()).startSignIn("eva@example.com");
    tabStorage.clear();
    const later = await loadPage();
    await later.startSignIn("eva@example.com");
    expect(cognito.calls.at(-1)).toBe("ResendConfirmationCode");
    expect(await later.confirmSignIn(cognito.code)).toEqual({ step: "done" });
  });

  it("whose account was confirmed, though the answer was lost, is sent a code that signs in", async () => {
    const session = await loadPage();
    await session.startSignIn("eva@example.com");
    cognito.addUser("eva@example.com", { groups: [] });
    await expect(session.confirmSignIn(cognito.code)).rejects.toMatchObject({ reason: "expired_code" });
    await session.resendCode();
    expect(await session.confirmSignIn(cognito.code)).toEqual({ step: "done" });
  });

  it("whose code is wrong, then too old, has another one sent", async () => {
    const session = await loadPage();
    await session.startSignIn("eva@example.com");
    await expect(session.confirmSignIn("000000")).rejects.toMatchObject({ reason: "wrong_code" });
    cognito.expireCode();
    await expect(session.confirmSignIn(cognito.code)).rejects.toMatchObject({ reason: "expired_code" });
    await session.resendCode();
    expect(await session.confirmSignIn(cognito.code)).toEqual({ step: "done" });
  });

  it("is told when no mail can be sent to the address", async () => {
    const session = await loadPage();
    cognito.failWith = "CodeDeliveryFailureException";
    await expect(session.startSignIn("eva@example.com")).rejects.toMatchObject({ reason: "not_delivered" });
  });

  it("asks for another code", async () => {
    const session = await loadPage();
    await session.startSignIn("eva@example.com");
    const first = cognito.code;
    await session.resendCode();
    expect(cognito.code).not.toBe(first);
    expect(await session.confirmSignIn(cognito.code)).toEqual({ step: "done" });
  });
});

describe("a known customer", () => {
  beforeEach(() => {
    cognito.addUser("ana@example.com", { groups: ["barista"], name: "Ana" });
  });

  it("signs in with a code from the same box", async () => {
    const session = await loadPage();
    const changed = vi.fn();
    session.subscribe(changed);
    await session.startSignIn("ana@example.com");
    expect(await session.confirmSignIn(cognito.code)).toEqual({ step: "done" });
    expect(session.current()).toMatchObject({ groups: ["barista"], name: "Ana" });
    expect(changed).toHaveBeenCalled();
    expect(cognito.calls).toEqual(["SignUp", "InitiateAuth", "RespondToAuthChallenge"]);
  });

  it("who reloads while reading the mail enters the same code", async () => {
    await (await loadPage()).startSignIn("ana@example.com");
    const reloaded = await loadPage();
    expect(await reloaded.confirmSignIn(cognito.code)).toEqual({ step: "done" });
    expect(reloaded.current()?.name).toBe("Ana");
  });

  it("is told of a wrong code and may try again", async () => {
    const session = await loadPage();
    await session.startSignIn("ana@example.com");
    await expect(session.confirmSignIn("00000000")).rejects.toMatchObject({ reason: "wrong_code" });
    expect(await session.confirmSignIn(cognito.code)).toEqual({ step: "done" });
  });

  it.each([
    ["LimitExceededException", "too_many_tries"],
    ["NotAuthorizedException", "expired_code"],
    ["ExpiredCodeException", "expired_code"],
    ["InvalidParameterException", "wrong_code"],
    ["SomethingElse", "unknown"],
  ])("learns from %s that it is %s", async (error, reason) => {
    const session = await loadPage();
    await session.startSignIn("ana@example.com");
    cognito.failWith = error;
    await expect(session.confirmSignIn(cognito.code)).rejects.toMatchObject({ name: "SignInError", reason });
  });

  it("who guesses is stopped, and a new code is a new start", async () => {
    const session = await loadPage();
    await session.startSignIn("ana@example.com");
    for (const guess of ["1", "2", "3", "4", "5"]) {
      await expect(session.confirmSignIn(guess)).rejects.toMatchObject({ reason: "wrong_code" });
    }
    await expect(session.confirmSignIn(cognito.code)).rejects.toMatchObject({ reason: "too_many_tries" });
    await session.resendCode();
    expect(await session.confirmSignIn(cognito.code)).toEqual({ step: "done" });
  });

  it("without a network is told so, before and after the code was sent", async () => {
    const session = await loadPage();
    cognito.failWith = "offline";
    await expect(session.startSignIn("ana@example.com")).rejects.toMatchObject({ reason: "no_network" });
    cognito.failWith = null;
    await session.startSignIn("ana@example.com");
    cognito.failWith = "offline";
    await expect(session.confirmSignIn(cognito.code)).rejects.toMatchObject({ reason: "no_network" });
  });

  it("who goes back to the e-mail box has no code to enter", async () => {
    const session = await loadPage();
    await session.startSignIn("ana@example.com");
    session.abandonSignIn();
    expect(session.waitingForCode()).toBeNull();
    await expect(session.confirmSignIn(cognito.code)).rejects.toMatchObject({ reason: "expired_code" });
  });
});
