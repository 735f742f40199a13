import { createHmac, createPublicKey, generateKeyPairSync } from "node:crypto";
import { type JWTPayload, SignJWT } from "jose";
import { afterEach, beforeEach, expect, test } from "vitest";
import { CognitoPlace, clientProperties, poolProperties } from "../cognito/cognito.fixture";
import { deployForTests } from "../cognito/deploy-for-tests";
import { HttpApiPlace } from "./http-api.fixture";

let place: HttpApiPlace;
beforeEach(async () => {
  place = await HttpApiPlace.open();
  await place.cognito.createUser("ada@example.com");
});
afterEach(() => place.close());

const ask = (path: string, authorization?: string) =>
  fetch(`${place.url}${path}`, authorization === undefined ? {} : { headers: { authorization } });
const status = async (token: string) => (await ask("/orders/1", `Bearer ${token}`)).status;
const signIn = () => place.cognito.signIn("ada@example.com");

/** A token's three parts; the claims as they are inside. */
function parts(token: string) {
  const [header = "", payload = "", signature = ""] = token.split(".");
  const claims: JWTPayload = JSON.parse(Buffer.from(payload, "base64url").toString());
  return { header, payload, signature, claims };
}
const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

test("lets an access token in, and an ID token too, whose use is the function's matter", async () => {
  const { AccessToken, IdToken } = await signIn();
  expect(await status(AccessToken)).toBe(200);
  expect(await status(IdToken)).toBe(200);
  expect((await ask("/orders/1", AccessToken)).status).toBe(200);
  expect(place.events).toHaveLength(3);
  expect(place.events[1]).toMatchObject({
    requestContext: { authorizer: { jwt: { claims: { token_use: "id", aud: place.cognito.clientId } } } },
  });
});

test("answers 401 without a token, and says that it wants one", async () => {
  const missing = await ask("/orders/1");
  expect([missing.status, await missing.json()]).toEqual([401, { message: "Unauthorized" }]);
  expect(missing.headers.get("www-authenticate")).toBe("Bearer");
  for (const authorization of ["", "Bearer", "Bearer ", "Basic YTpi", "Bearer nonsense", "Bearer a.b.c"]) {
    expect((await ask("/orders/1", authorization)).status).toBe(401);
  }
  expect(place.events).toEqual([]);
});

test("answers 401 to an expired token", async () => {
  const { AccessToken } = await signIn();
  place.cognito.machine.clock.advance(3_500);
  expect(await status(AccessToken)).toBe(200);
  place.cognito.machine.clock.advance(101);
  expect(await status(AccessToken)).toBe(401);
});

test("answers 401 to a token that was changed after it was signed", async () => {
  const { header, payload, signature, claims } = parts((await signIn()).AccessToken);
  const boss = encode({ ...claims, "cognito:groups": ["manager"] });
  expect(await status(`${header}.${boss}.${signature}`)).toBe(401);
  expect(await status(`${header}.${payload}.${signature.slice(0, -8)}AAAAAAAA`)).toBe(401);
  expect(await status(`${header}.${payload}.`)).toBe(401);
});

test("answers 401 to a token without a signature, or one signed by what is public", async () => {
  const { header, payload } = parts((await signIn()).AccessToken);
  for (const alg of ["none", "None", "NONE"]) {
    expect(await status(`${encode({ alg, typ: "JWT" })}.${payload}.`)).toBe(401);
  }
  const { kid } = JSON.parse(Buffer.from(header, "base64url").toString());
  const secrets = place.cognito.service
    .publicKeys()
    .keys.flatMap((key) => [
      JSON.stringify(key),
      createPublicKey({ key: { ...key }, format: "jwk" }).export({ type: "spki", format: "pem" }),
    ]);
  for (const secret of secrets) {
    const forged = `${encode({ alg: "HS256", kid })}.${payload}`;
    const signature = createHmac("sha256", secret).update(forged).digest("base64url");
    expect(await status(`${forged}.${signature}`)).toBe(401);
  }
});

test("answers 401 to a token signed by another key under our key's name", async () => {
  const { claims, header } = parts((await signIn()).AccessToken);
  const { kid } = JSON.parse(Buffer.from(header, "base64url").toString());
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const foreign = await new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid }).sign(privateKey);
  expect(await status(foreign)).toBe(401);
  const elsewhere = await CognitoPlace.open();
  await elsewhere.createUser("ada@example.com");
  expect(elsewhere.poolId).toBe(place.cognito.poolId);
  expect(await status((await elsewhere.signIn("ada@example.com")).AccessToken)).toBe(401);
  await elsewhere.close();
});

test("answers 401 to a token of another pool or another client", async () => {
  const { cognito } = place;
  const pool = await deployForTests(cognito.service, "AWS::Cognito::UserPool", "Other", poolProperties);
  const client = (UserPoolId: string, logicalId: string) =>
    deployForTests(cognito.service, "AWS::Cognito::UserPoolClient", logicalId, {
      ...clientProperties,
      UserPoolId,
    });
  const { poolId, clientId } = cognito;
  cognito.clientId = (await client(poolId, "OtherClient")).ref;
  const ofAnotherClient = await signIn();
  cognito.poolId = pool.ref;
  cognito.clientId = (await client(pool.ref, "OtherPoolsClient")).ref;
  await cognito.createUser("ada@example.com");
  const ofAnotherPool = await signIn();
  Object.assign(cognito, { poolId, clientId });
  for (const { AccessToken, IdToken } of [ofAnotherClient, ofAnotherPool]) {
    expect(await status(AccessToken)).toBe(401);
    expect(await status(IdToken)).toBe(401);
  }
  expect(place.events).toEqual([]);
  expect(await status((await signIn()).AccessToken)).toBe(200);
});

test("wants one of a route's scopes", async () => {
  const { AccessToken } = await signIn();
  expect((await ask("/scoped", `Bearer ${AccessToken}`)).status).toBe(403);
  expect((await ask("/own", `Bearer ${AccessToken}`)).status).toBe(200);
});
