import { once } from "node:events";
import type { Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { addressesOf } from "./addresses";
import { type AwsServices, createAwsServer } from "./aws-server";
import { deployForTests } from "./cognito/deploy-for-tests";
import { Assets } from "./deploy/assets";
import { foreignHosts } from "./foreign-hosts.fixture";
import { machineForTests, temporaryFolder } from "./machine-for-tests";
import { Inbox } from "./mail/inbox";
import { parseOptions } from "./options";
import type { Service } from "./service";
import { createServices } from "./services";

const lan = "192.168.1.5";
const place = temporaryFolder();
const machine = machineForTests(place.folder);
const inbox = new Inbox(place.folder);
let services: AwsServices;
let server: Server;
let poolId: string;
/** Whom the server takes for the other end of a new connection. */
let peer: string;

/** Every service as it runs, on the AWS port under `--lan`. */
beforeAll(async () => {
  const options = parseOptions(["--template", "x.json", "--lan"]);
  if (options === "help") throw new Error("no help was asked for");
  const addresses = addressesOf(options, [lan]);
  services = await createServices({
    machine,
    options,
    addresses,
    assets: new Assets(new Map()),
    mail: async () => undefined,
    deployment: () => undefined,
    faults: undefined,
    onService: () => undefined,
  });
  const pool = await deployForTests(service("cognito-idp"), "AWS::Cognito::UserPool", "Pool", {
    UsernameAttributes: ["email"],
    Policies: { SignInPolicy: { AllowedFirstAuthFactors: ["PASSWORD", "EMAIL_OTP"] } },
    UserPoolTier: "ESSENTIALS",
  });
  poolId = pool.ref;
  const state = {
    ready: () => true,
    config: () => ({ userPoolId: poolId }),
    inbox,
    clock: machine.clock,
    meter: machine.meter,
    faults: undefined,
  };
  server = createAwsServer({ machine, addresses, state, services: () => services });
  server.prependListener("connection", (socket) => {
    Object.defineProperty(socket, "remoteAddress", { value: peer });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterAll(async () => {
  server.close();
  server.closeAllConnections();
  for (const each of [...services.all].reverse()) await each.close?.();
  machine.clock.close();
  place.remove();
});
beforeEach(() => {
  peer = "192.168.1.9";
});

function service(name: string): Service {
  const found = services.all.find((each) => each.name === name);
  if (!found) throw new Error(`there is no service ${name}`);
  return found;
}

/** Sends a request as it is written, and answers the status; 0 where there was none. */
async function send(start: string, headers: Record<string, string> = {}, body = ""): Promise<number> {
  // An address was given, so it is an object.
  const { port } = server.address() as AddressInfo;
  const socket = connect(port, "127.0.0.1");
  const all = { host: `${lan}:4566`, connection: "close", "content-length": String(body.length), ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  const version = start.includes("HTTP/") ? start : `${start} HTTP/1.1`;
  socket.write(`${[version, ...lines].join("\r\n")}\r\n\r\n${body}`);
  let text = "";
  for await (const chunk of socket) text += chunk;
  return Number(text.split(" ")[1] ?? 0);
}

const call = (target: string, headers: Record<string, string> = {}) =>
  send("POST /", { "x-amz-target": target, "content-type": "application/x-amz-json-1.0", ...headers }, "{}");
const signedFor = (name: string) => ({
  authorization: `AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/${name}/aws4_request, Signature=x`,
  "content-type": "application/x-www-form-urlencoded",
});

/** The public client's calls, each of which proves itself by a code or a token. */
const publicCalls = [
  "SignUp",
  "ConfirmSignUp",
  "ResendConfirmationCode",
  "InitiateAuth",
  "RespondToAuthChallenge",
  "GetUser",
  "UpdateUserAttributes",
  "DeleteUser",
  "GlobalSignOut",
  "GetTokensFromRefreshToken",
  "RevokeToken",
];
const dynamodbTargets = [
  ...["GetItem", "PutItem", "Scan", "Query", "UpdateItem", "DeleteItem", "ListTables", "DeleteTable"].map(
    (operation) => `DynamoDB_20120810.${operation}`,
  ),
  "DynamoDBStreams_20120810.ListStreams",
  "DynamoDBStreams_20120810.GetRecords",
];
const localPaths = [
  "health",
  "events",
  "config",
  "inbox",
  "inbox?to=ada@example.com",
  "clock",
  "",
  "anything",
];

test("the network reaches the public client's calls of Cognito and no other operation of any service", async () => {
  const targets = services.all.flatMap(({ targetPrefix, operations }) =>
    Object.keys(operations ?? {}).map((operation) => `${targetPrefix}.${operation}`),
  );
  expect(targets.length).toBeGreaterThan(80);
  const passed: string[] = [];
  for (const target of [...targets, ...dynamodbTargets]) {
    if ((await call(target)) !== 403) passed.push(target);
  }
  expect(passed.sort()).toEqual(
    publicCalls.map((name) => `AWSCognitoIdentityProviderService.${name}`).sort(),
  );
});

test.each(["cognito-idp", "dynamodb", "states", "events", "logs", "sqs", "lambda", "sts", "cloudformation"])(
  "no name of an operation opens %s to the network",
  async (name) => {
    const prefix = service(name).targetPrefix ?? name;
    for (const operation of [
      "",
      "Anything",
      "constructor",
      "__proto__",
      "toString",
      "AdminGetUser",
      "SignUp ",
    ]) {
      if (operation.trim() === "SignUp" && name === "cognito-idp") continue;
      expect(await call(`${prefix}.${operation}`), operation).toBe(403);
    }
    expect(await call(prefix)).toBe(403);
  },
);

test.each(["sqs", "sts", "cloudformation", "cognito-idp", "lambda"])(
  "the network makes no call of %s by the query protocol",
  async (name) => {
    for (const action of ["GetCallerIdentity", "ListQueues", "DescribeStacks", "SignUp", "Invoke"]) {
      expect(await send("POST /", signedFor(name), `Action=${action}`)).toBe(403);
      expect(await send(`GET /?Action=${action}`, signedFor(name))).toBe(403);
    }
  },
);

test("the network invokes no function, publishes nothing, schedules nothing", async () => {
  expect(await send("POST /2015-03-31/functions/Api/invocations", {}, "{}")).toBe(403);
  expect(await send("GET /2015-03-31/functions")).toBe(403);
  expect(await send("POST /schedules/x", {}, "{}")).toBe(403);
  expect(await send("POST /event", signedFor("appsync"), "{}")).toBe(403);
  expect(await send("POST /event/", signedFor("appsync"), "{}")).toBe(403);
});

test("the network sees no console page and none of the machine's own routes", async () => {
  for (const path of ["/", "/console/main.js", "/console/main.css", "/console/"]) {
    expect(await send(`GET ${path}`), path).toBe(403);
  }
  for (const path of localPaths) {
    for (const method of ["GET", "POST", "PUT", "HEAD", "DELETE"]) {
      expect(await send(`${method} /_local/${path}`), `${method} ${path}`).toBe(403);
    }
  }
  for (const path of [
    "//_local/inbox",
    "/./_local/inbox",
    "/x/../_local/inbox",
    "/%5flocal/inbox",
    "/_LOCAL/inbox",
  ]) {
    expect(await send(`GET ${path}`), path).toBe(403);
  }
});

test("a public call's name opens no other path", async () => {
  const target = { "x-amz-target": "AWSCognitoIdentityProviderService.InitiateAuth" };
  const before = machine.clock.now();
  expect(await send("POST /_local/clock", target, '{"advanceSeconds":86400}')).toBe(403);
  expect(machine.clock.now() - before).toBeLessThan(60_000);
  for (const start of [
    "GET /_local/inbox",
    "GET /_local/config",
    "GET /",
    "POST /event",
    "POST /2015-03-31/functions/Api/invocations",
  ]) {
    expect(await send(start, target), start).toBe(403);
  }
  const both = { "x-amz-target": `${target["x-amz-target"]}, DynamoDB_20120810.Scan` };
  expect(await send("POST /", both, "{}")).toBe(403);
});

test("the network reads a pool's public keys", async () => {
  expect(await send(`GET /${poolId}/.well-known/jwks.json`)).toBe(200);
  expect(await send(`POST /${poolId}/.well-known/jwks.json`, {}, "{}")).toBe(403);
});

test.each(["127.0.0.1", "::1", "::ffff:127.0.0.1", "192.168.1.9"])(
  "a foreign name that leads here gets nothing, whoever asks: peer %s",
  async (asking) => {
    peer = asking;
    const target = "AWSCognitoIdentityProviderService.SignUp";
    for (const host of foreignHosts) {
      expect(await call(target, { host }), host).toBe(403);
      expect(await send("GET /_local/health", { host }), host).toBe(403);
      expect(await send(`GET /${poolId}/.well-known/jwks.json`, { host }), host).toBe(403);
    }
    expect(await call(target, { host: "" })).toBe(403);
    expect(await send("GET /_local/health HTTP/1.0", { host: "" })).toBe(403);
  },
);

test("a request without a name gets nothing", async () => {
  peer = "127.0.0.1";
  // An address was given, so it is an object.
  const { port } = server.address() as AddressInfo;
  for (const version of ["1.0", "1.1"]) {
    const socket = connect(port, "127.0.0.1");
    socket.write(`GET /_local/inbox HTTP/${version}\r\nConnection: close\r\n\r\n`);
    let text = "";
    for await (const chunk of socket) text += chunk;
    expect(text.split(" ")[1]).toMatch(/^40[03]$/);
  }
});

test("what a proxy would be asked is refused, under our own name too", async () => {
  peer = "127.0.0.1";
  const host = "localhost:4566";
  for (const target of [
    "http://evil.com/_local/inbox",
    "http://localhost:4566/_local/inbox",
    "localhost:4566",
    "*",
    "_local/inbox",
  ]) {
    const status = await send(`GET ${target}`, { host });
    expect([400, 403], target).toContain(status);
  }
  expect(await send("GET /_local/health", { host })).toBe(200);
});

test("no path ends the machine", async () => {
  peer = "127.0.0.1";
  for (const path of ["//", "///", "//[", "//:80", "/%", "/%zz", "/\\", "/?%", "/[::1", "//a:b:c/"]) {
    expect(await send(`GET ${path}`, { host: "localhost:4566" }), path).toBeGreaterThanOrEqual(200);
  }
  expect(await send("GET /_local/health", { host: "localhost:4566" })).toBe(200);
});

test("a foreign page gets nothing, whoever opened it", async () => {
  const own = `http://${lan}:4566`;
  const foreign = [
    "https://evil.example",
    "null",
    `https://${lan}:4566`,
    `http://${lan}:4567`,
    "http://localhost",
    `${own}.evil.com`,
  ];
  for (const asking of ["127.0.0.1", "192.168.1.9"]) {
    peer = asking;
    for (const origin of foreign) {
      expect(await call("AWSCognitoIdentityProviderService.SignUp", { origin }), origin).toBe(403);
      expect(await send("GET /_local/config", { origin }), origin).toBe(403);
      expect(await send("OPTIONS /", { origin, "access-control-request-method": "POST" }), origin).toBe(403);
    }
  }
});

test("this machine itself may do everything, by whichever loopback name it calls", async () => {
  for (const [asking, host] of [
    ["127.0.0.1", "localhost:4566"],
    ["127.0.0.1", "127.0.0.1:4566"],
    ["::1", "[::1]:4566"],
    ["::ffff:127.0.0.1", "LOCALHOST:4566"],
  ] as const) {
    peer = asking;
    expect(await send("GET /_local/inbox", { host })).toBe(200);
    expect(await call("DynamoDB_20120810.ListTables", { host })).toBe(200);
    expect(await call("AWSCognitoIdentityProviderService.ListUserPools", { host })).toBe(200);
  }
});

test("a peer that asks for an upgrade and resets the connection ends nothing", async () => {
  peer = "192.168.1.77";
  // An address was given, so it is an object.
  const { port } = server.address() as AddressInfo;
  for (let tries = 0; tries < 20; tries += 1) {
    const socket = connect(port, "127.0.0.1");
    await once(socket, "connect");
    socket.write(
      `GET /x HTTP/1.1\r\nHost: ${lan}:4566\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
      () => socket.resetAndDestroy(),
    );
    await once(socket, "close");
  }
  expect(await send("GET /x")).toBe(403);
});
