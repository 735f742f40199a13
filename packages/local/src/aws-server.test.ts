import { once } from "node:events";
import { request as httpRequest, type Server } from "node:http";
import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { addressesOf } from "./addresses";
import { AwsError } from "./aws-error";
import { createAwsServer } from "./aws-server";
import { listen } from "./listen";
import { machineForTests, temporaryFolder } from "./machine-for-tests";
import { Inbox } from "./mail/inbox";
import { parseOptions } from "./options";
import type { Service } from "./service";

const port = 21310;
const ours = "http://localhost:3000";
const place = temporaryFolder();
const machine = machineForTests(place.folder);
const inbox = new Inbox(place.folder);
let ready = true;
let server: Server;

const pool: Service = {
  name: "cognito-idp",
  targetPrefix: "AWSCognitoIdentityProviderService",
  jsonVersion: "1.1",
  publicOperations: ["SignUp"],
  operations: {
    SignUp: (input) => ({ got: input }),
    AdminDeleteUser: () => ({ deleted: true }),
    Strict: (input) => z.strictObject({ Name: z.string() }).parse(input),
    Refuse: () => {
      throw new AwsError("LimitExceededException", "slow down", 400, { Extra: 1 });
    },
    Break: () => {
      throw new Error("a bug");
    },
  },
  handle: async (request, response) => {
    if (request.url.pathname !== "/pool/.well-known/jwks.json") return false;
    response.writeHead(200).end('{"keys":[]}');
    return true;
  },
};
const sts: Service = {
  name: "sts",
  operations: { GetCallerIdentity: () => ({ Account: "0", List: ["a<", "b"] }) },
};

beforeAll(async () => {
  const options = parseOptions(["--template", "x.json"]);
  if (options === "help") throw new Error("no help was asked for");
  server = createAwsServer({
    machine,
    addresses: addressesOf(options),
    state: {
      ready: () => ready,
      config: () => ({ userPoolId: "p" }),
      inbox,
      clock: machine.clock,
      meter: machine.meter,
      faults: undefined,
    },
    services: () => ({
      all: [pool, sts],
      dynamodb: {
        name: "dynamodb",
        endpoint: "http://127.0.0.1:1",
        proxy: async (_, response) => {
          response.end("raw");
        },
      },
      events: { mostEvents: 500, recent: () => [], onEvent: () => () => undefined },
      upgrade: (_, socket) => {
        socket.end("HTTP/1.1 101 Switching Protocols\r\n\r\n");
        return true;
      },
    }),
  });
  await listen(server, port, "127.0.0.1", "AWS");
});
afterAll(async () => {
  server.close();
  server.closeAllConnections();
  machine.clock.close();
  place.remove();
});

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

async function send(
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body = "",
): Promise<Answer> {
  const outgoing = httpRequest({ host: "127.0.0.1", port, method, path, headers });
  outgoing.end(body);
  const [incoming] = await once(outgoing, "response");
  let text = "";
  for await (const chunk of incoming) text += chunk;
  return { status: incoming.statusCode, headers: incoming.headers, text };
}

function call(operation: string, input: unknown = {}, headers: Record<string, string> = {}): Promise<Answer> {
  const target = { "x-amz-target": `AWSCognitoIdentityProviderService.${operation}` };
  return send("POST", "/", { ...target, ...headers }, JSON.stringify(input));
}

test("a target's prefix finds the service, its name the operation", async () => {
  const answer = await call("SignUp", { Username: "a" });
  expect(answer.status).toBe(200);
  expect(answer.headers["content-type"]).toBe("application/x-amz-json-1.1");
  expect(answer.headers["x-amzn-requestid"]).toBeDefined();
  expect(JSON.parse(answer.text)).toEqual({ got: { Username: "a" } });
});

test("DynamoDB calls go to the engine unread", async () => {
  const answer = await send("POST", "/", { "x-amz-target": "DynamoDB_20120810.GetItem" }, "not even JSON");
  expect(answer.text).toBe("raw");
});

test.each([
  ["Refuse", {}, 400, { __type: "LimitExceededException", message: "slow down", Extra: 1 }],
  [
    "Nothing",
    {},
    400,
    { __type: "UnknownOperationException", message: "cognito-idp has no operation Nothing here" },
  ],
  ["Break", {}, 500, { __type: "InternalFailure", message: "a bug" }],
])("%s is answered as AWS answers errors", async (operation, input, status, body) => {
  const answer = await call(operation, input);
  expect(answer.status).toBe(status);
  expect(answer.headers["x-amzn-errortype"]).toBe(body.__type);
  expect(JSON.parse(answer.text)).toEqual(body);
});

test("input of a wrong shape is a ValidationException that names the member", async () => {
  const answer = await call("Strict", { Name: 1 });
  expect(answer.status).toBe(400);
  expect(JSON.parse(answer.text)).toMatchObject({
    __type: "ValidationException",
    message: expect.stringContaining("Name: "),
  });
});

test("a body that is no JSON object is refused", async () => {
  const target = { "x-amz-target": "AWSCognitoIdentityProviderService.SignUp" };
  for (const body of ["{", "1", "null"]) {
    expect(JSON.parse((await send("POST", "/", target, body)).text).__type).toBe("SerializationException");
  }
});

test("the query protocol finds the service in the signature's scope and answers XML", async () => {
  const headers = {
    authorization: "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/sts/aws4_request, Signature=x",
    "content-type": "application/x-www-form-urlencoded",
  };
  const answer = await send("POST", "/", headers, "Action=GetCallerIdentity&Version=2011-06-15");
  expect(answer.text).toContain(
    "<GetCallerIdentityResult><Account>0</Account><List><member>a&#60;</member><member>b</member></List></GetCallerIdentityResult>",
  );
  const unknown = await send("POST", "/", headers, "Action=AssumeRole");
  expect(unknown.text).toContain("<Code>InvalidAction</Code>");
});

test.each(["evil.example", "evil.example:21310", "localhost.evil.example", "0.0.0.0:21310"])(
  "a page that rebinds its name to this machine is refused: Host %j",
  async (host) => {
    expect((await call("SignUp", {}, { host })).status).toBe(403);
    expect((await send("GET", "/_local/health", { host })).status).toBe(403);
  },
);

test.each(["https://evil.example", "null", "http://localhost:3009"])(
  "a foreign page is refused: Origin %s",
  async (origin) => {
    const answer = await call("SignUp", {}, { origin });
    expect(answer.status).toBe(403);
    expect(answer.headers["access-control-allow-origin"]).toBeUndefined();
  },
);

test("our own pages may make the public calls and nothing else", async () => {
  const preflight = await send("OPTIONS", "/", { origin: ours, "access-control-request-method": "POST" });
  expect(preflight.status).toBe(204);
  expect(preflight.headers["access-control-allow-origin"]).toBe(ours);
  for (const name of ["x-amz-target", "x-amz-user-agent", "content-type", "cache-control", "authorization"]) {
    expect(preflight.headers["access-control-allow-headers"]).toContain(name);
  }
  expect((await call("SignUp", {}, { origin: ours })).status).toBe(200);
  expect((await send("GET", "/pool/.well-known/jwks.json", { origin: ours })).status).toBe(200);
  expect((await call("AdminDeleteUser", {}, { origin: ours })).status).toBe(403);
  expect((await send("GET", "/_local/inbox", { origin: ours })).status).toBe(403);
  expect((await send("GET", "/_local/events", { origin: ours })).status).toBe(403);
  const scan = { origin: ours, "x-amz-target": "DynamoDB_20120810.Scan" };
  expect((await send("POST", "/", scan, "{}")).status).toBe(403);
});

test("the console page's own calls pass", async () => {
  const origin = `http://127.0.0.1:${port}`;
  expect((await call("AdminDeleteUser", {}, { origin })).status).toBe(200);
  const page = await send("GET", "/");
  expect(page.headers["content-type"]).toContain("text/html");
  const script = await send("GET", "/console/main.js");
  expect(script.headers["content-type"]).toContain("text/javascript");
  for (const path of [
    "/console/../../machine.ts",
    "/console/page/main.tsx",
    "/console/none.js",
    "/console/",
  ]) {
    expect((await send("GET", path)).status, path).toBe(404);
  }
});

test("health answers 200 only when everything is up", async () => {
  ready = false;
  expect((await send("GET", "/_local/health")).status).toBe(503);
  ready = true;
  expect((await send("GET", "/_local/health")).status).toBe(200);
  expect(JSON.parse((await send("GET", "/_local/config")).text)).toEqual({ userPoolId: "p" });
});

test("the inbox shows an address's codes, newest first", async () => {
  for (const [to, code] of [
    ["a@b.c", "1"],
    ["x@y.z", "2"],
    ["A@B.C", "3"],
  ] as const) {
    await inbox.receive({ to, code, at: 5, subject: "", text: "" });
  }
  const answer = await send("GET", "/_local/inbox?to=a%40b.c");
  expect(JSON.parse(answer.text)).toEqual([
    { to: "A@B.C", code: "3", at: 5 },
    { to: "a@b.c", code: "1", at: 5 },
  ]);
});

test("the clock moves ahead by whole requests only", async () => {
  const before = machine.clock.now();
  for (const body of [
    "{}",
    '{"advanceSeconds":-5}',
    '{"advanceSeconds":"5"}',
    '{"advanceSeconds":5,"x":1}',
    "5",
  ]) {
    expect((await send("POST", "/_local/clock", {}, body)).status).toBe(400);
  }
  const answer = await send("POST", "/_local/clock", {}, '{"advanceSeconds":3600}');
  expect(JSON.parse(answer.text).now).toBeGreaterThanOrEqual(before + 3_600_000);
});

async function upgrade(path: string, headers: string): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  socket.write(`GET ${path} HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n${headers}\r\n`);
  const [chunk] = await once(socket, "data");
  socket.destroy();
  return String(chunk).slice(9, 12);
}

test("a live connection is only for our own pages", async () => {
  const host = `Host: localhost:${port}\r\n`;
  expect(await upgrade("/event/realtime", `${host}Origin: ${ours}\r\n`)).toBe("101");
  expect(await upgrade("/event/realtime", `${host}Origin: https://evil.example\r\n`)).toBe("403");
  expect(await upgrade("/event/realtime", "Host: evil.example\r\n")).toBe("403");
  expect(await upgrade("/elsewhere", host)).toBe("403");
});

test("faults can neither be seen nor set where they were not asked for at the start", async () => {
  expect((await send("GET", "/_local/faults")).status).toBe(404);
  expect((await send("POST", "/_local/faults", {}, '{"faults":[]}')).status).toBe(404);
});
