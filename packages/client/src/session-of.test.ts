import { expect, it } from "vitest";
import { sessionOf } from "./session-of";

const eva = { sub: "eva", groups: [], email: null, name: null, accessToken: "token", expiresAt: 0 };
const get = async () => eva;

it("is handed out to whoever it belongs to, and to what nobody in particular began", async () => {
  expect(await sessionOf({ get }, "eva").get()).toBe(eva);
  expect(await sessionOf({ get }, null).get()).toBe(eva);
  expect(await sessionOf({ get: async () => null }, "eva").get()).toBeNull();
});

it("is refused to what another person began", async () => {
  await expect(sessionOf({ get }, "ben").get()).rejects.toMatchObject({ code: "unauthenticated" });
});
