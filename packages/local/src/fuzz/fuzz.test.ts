import { once } from "node:events";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { WebSocket } from "ws";
import { FuzzPlace } from "./fuzz-place.fixture";
import { targetCalls } from "./service-inputs.fixture";

const isFull = process.env.TEST_FULL !== undefined;
/** `FUZZ_SEED=N npx vitest run src/fuzz` replays a run; in the full test each run has a seed of its own. */
const seed = Number(process.env.FUZZ_SEED ?? (isFull ? Date.now() % 1_000_000_000 : 20_261_129));
const scale = isFull ? 25 : 1;

vi.setConfig({ testTimeout: isFull ? 900_000 : 60_000 });

let place: FuzzPlace;
beforeAll(async () => {
  process.stderr.write(`fuzzing with FUZZ_SEED=${seed}\n`);
  place = await FuzzPlace.open();
}, 60_000);
afterAll(() => place.close());

const runs = (numRuns: number) => ({ seed, numRuns: numRuns * scale, endOnFailure: isFull });

const bytes = fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array));
const word = fc.string({ maxLength: 20 });
const token = fc.stringMatching(/^[A-Za-z0-9-]{1,20}$/);
/** What may stand in a line of HTTP's head: anything but its end. */
const line = fc.string({ maxLength: 60, unit: "binary" }).map((given) => given.replaceAll(/[\r\n]/g, " "));
const signature = (service: string) =>
  `AWS4-HMAC-SHA256 Credential=x/20260101/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=0`;

function request(start: string, headers: Record<string, string>, body: Buffer): Buffer {
  const all = { host: "localhost", connection: "close", "content-length": String(body.length), ...headers };
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`${start} HTTP/1.1\r\n${head.join("")}\r\n`, "latin1"), body]);
}

test("calls of every operation, of the right shape and the wrong one", async () => {
  await fc.assert(
    fc.asyncProperty(targetCalls, async ({ target, body }) => {
      const headers = { "x-amz-target": target, "content-type": "application/x-amz-json-1.0" };
      const answer = await place.send(place.aws, request("POST /", headers, Buffer.from(body)));
      expect(answer.status, `${target} ${body}`).not.toBe(500);
      expect(answer.status, `${target} ${body}`).not.toBe(0);
      await place.isWell(answer);
    }),
    runs(150),
  );
});

test("targets, content types and bodies that are nothing", async () => {
  const targets = fc.oneof(
    line,
    fc.constantFrom("AWSEvents.constructor", "AWSEvents.__proto__", "AmazonSQS.", ".PutEvents", "AWSEvents"),
    word.map((operation) => `DynamoDB_20120810.${operation.replaceAll(/[^\w]/g, "")}`),
  );
  const types = fc.oneof(line, fc.constantFrom("text/xml", "multipart/form-data; boundary=x", ""));
  await fc.assert(
    fc.asyncProperty(targets, types, bytes, async (target, type, body) => {
      const headers = { "x-amz-target": target, "content-type": type };
      await place.isWell(await place.send(place.aws, request("POST /", headers, body)));
    }),
    runs(30),
  );
});

test("JSON that is deep and bodies that are huge", async () => {
  const nested = (depth: number) => `${'{"a":'.repeat(depth)}[1]${"}".repeat(depth)}`;
  const shapes = {
    arrays: (depth: number) => "[".repeat(depth) + "]".repeat(depth),
    objects: nested,
    pattern: (depth: number) =>
      JSON.stringify({ EventPattern: nested(depth), Event: nested(depth), Name: "D" }),
    detail: (depth: number) => {
      return JSON.stringify({ Entries: [{ Source: "a", DetailType: "b", Detail: nested(depth) }] });
    },
    input: (depth: number) => JSON.stringify({ name: "x", input: "[".repeat(depth), stateMachineArn: "y" }),
    name: (depth: number) => JSON.stringify({ Name: "x".repeat(depth * 30) }),
  };
  const names = fc.constantFrom<keyof typeof shapes>(
    "arrays",
    "objects",
    "pattern",
    "detail",
    "input",
    "name",
  );
  const targets = fc.constantFrom(
    ...["AWSEvents.PutRule", "AWSEvents.PutEvents", "AWSStepFunctions.StartExecution"],
    ...["DynamoDB_20120810.PutItem", "AmazonSQS.SendMessage", "Logs_20140328.FilterLogEvents"],
    "AWSCognitoIdentityProviderService.ListUsers",
  );
  const depths = fc.constantFrom(10, 1000, 20_000, 300_000);
  await fc.assert(
    fc.asyncProperty(names, depths, targets, async (shape, depth, target) => {
      const body = Buffer.from(shapes[shape](depth));
      const answer = await place.send(place.aws, request("POST /", { "x-amz-target": target }, body), 20_000);
      if (body.length > 6_300_000 && !target.startsWith("Dynamo")) expect(answer.status).toBe(413);
      await place.isWell(answer);
    }),
    {
      ...runs(8),
      // What once ended the stack is tried each time.
      examples: [
        ["detail", 20_000, "AWSEvents.PutEvents"],
        ["pattern", 20_000, "AWSEvents.TestEventPattern"],
        ["name", 300_000, "AWSEvents.PutRule"],
      ],
    },
  );
});

test("forms of the query protocol", async () => {
  const services = fc.constantFrom("sqs", "sts", "cloudformation", "sns", "", "../x");
  const actions = fc.constantFrom(
    ...["SendMessage", "ReceiveMessage", "CreateQueue", "SetQueueAttributes", "SendMessageBatch"],
    ...["DescribeStacks", "GetCallerIdentity", "constructor", "__proto__"],
  );
  const names = fc.oneof(
    fc.constantFrom(
      "QueueUrl",
      "QueueName",
      "MessageBody",
      "StackName",
      "Attribute.1.Name",
      "Attribute.1.Value",
    ),
    fc.constantFrom(
      "MessageAttribute.1.Value.StringValue",
      "Attribute",
      "__proto__.a",
      "a.__proto__.b",
      "..",
      "1.1.1",
    ),
    fc.constantFrom(
      "SendMessageBatchRequestEntry.1.Id",
      "SendMessageBatchRequestEntry.x",
      "Entries.member.1",
    ),
    word,
  );
  const fields = fc.array(fc.tuple(names, fc.oneof(word, fc.constant("http://x/000000000000/queue"))), {
    maxLength: 8,
  });
  await fc.assert(
    fc.asyncProperty(services, actions, fields, async (service, action, pairs) => {
      const form = new URLSearchParams([["Action", action], ...pairs]).toString();
      const headers = {
        authorization: signature(service),
        "content-type": "application/x-www-form-urlencoded",
      };
      await place.isWell(await place.send(place.aws, request("POST /", headers, Buffer.from(form))));
    }),
    runs(40),
  );
});

test("methods, paths and heads of either port", async () => {
  const paths = fc.oneof(
    line.map((path) => `/${path.replaceAll(" ", "%20")}`),
    fc.constantFrom(
      ...["/", "//", "//a/b", "/%", "/%zz", "/..%2f..", "/open/%E0%A4%A", "/open/a?%", "/closed/1", "*"],
      ...[
        "/2015-03-31/functions/%/invocations",
        "/2015-03-31/functions/Echo/invocations",
        "/event",
        "/_local/clock",
      ],
      ...[
        "/_local/faults",
        "/_local/inbox?to=%",
        "/2015-03-31/functions/Echo/versions",
        "http://[",
        "/x/.well-known/y",
      ],
    ),
  );
  const methods = fc.constantFrom("GET", "POST", "PUT", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE", "FOO");
  const headers = fc.dictionary(
    fc.oneof(
      fc.constantFrom(
        "authorization",
        "content-type",
        "transfer-encoding",
        "content-length",
        "expect",
        "upgrade",
      ),
      fc.constantFrom("cookie", "x-forwarded-for", "origin", "x-amz-invocation-type", "x-amz-log-type"),
      token,
    ),
    fc.oneof(
      line,
      fc.constantFrom("chunked", "-1", "1e9", "100-continue", "websocket", "Bearer a.b.c", "Event"),
    ),
    { maxKeys: 4 },
  );
  const ports = fc.boolean();
  await fc.assert(
    fc.asyncProperty(ports, methods, paths, headers, bytes, async (isApi, method, path, more, body) => {
      const to = isApi ? place.api : place.aws;
      // Half a body is waited for by whoever reads it: that is no answer yet, and none is asked for.
      const answer = await place.send(to, request(`${method} ${path}`, more, body), 500);
      await place.isWell(answer);
    }),
    runs(40),
  );
});

test("bytes that are no HTTP, and chunks that are broken", async () => {
  const heads = fc.constantFrom(
    "POST / HTTP/1.1\r\nhost: localhost\r\nx-amz-target: AWSEvents.PutEvents\r\ntransfer-encoding: chunked\r\n\r\n",
    "POST / HTTP/1.1\r\nhost: localhost\r\nx-amz-target: DynamoDB_20120810.PutItem\r\ntransfer-encoding: chunked\r\n\r\n",
    "POST / HTTP/1.1\r\nhost: localhost\r\nx-amz-target: DynamoDB_20120810.PutItem\r\ncontent-length: 900\r\n\r\n",
    "POST /open/x HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\r\n",
    "",
  );
  const chunks = fc.oneof(
    bytes,
    fc.constantFrom("5\r\nab", "zz\r\n", "fffffffff\r\n", "2\r\n{}\r\n0\r\n").map(Buffer.from),
  );
  await fc.assert(
    fc.asyncProperty(fc.boolean(), heads, chunks, async (isApi, head, rest) => {
      const to = isApi ? place.api : place.aws;
      await place.isWell(await place.send(to, Buffer.concat([Buffer.from(head), rest]), 200));
    }),
    runs(8),
  );
});

test("WebSocket handshakes and frames", async () => {
  const message = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.stringify(value)),
    fc
      .record(
        {
          type: fc.constantFrom("connection_init", "subscribe", "unsubscribe", "publish", "ka", "__proto__"),
          id: fc.oneof(word, fc.constant("1"), fc.integer()),
          channel: fc.oneof(word, fc.constantFrom("/shop/a", "/shop/*", "/shop", "/*", "//"), fc.integer()),
          events: fc.array(fc.oneof(word, fc.json()), { maxLength: 7 }),
          authorization: fc.oneof(fc.record({ Authorization: fc.constant(signature("appsync")) }), fc.json()),
        },
        { requiredKeys: [] },
      )
      .map((value) => JSON.stringify(value)),
    bytes,
  );
  const authorization = fc.oneof(word, fc.constant(signature("appsync")));
  const messages = fc.array(message, { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(authorization, messages, bytes, async (Authorization, sent, raw) => {
      const header = Buffer.from(JSON.stringify({ Authorization, host: "x" })).toString("base64url");
      const url = `${place.aws.replace("http", "ws")}/event/realtime`;
      const socket = new WebSocket(url, ["aws-appsync-event-ws", `header-${header}`]);
      const closed = once(socket, "close");
      socket.on("error", () => {});
      await once(socket, "open");
      socket.send('{"type":"connection_init"}');
      for (const each of sent) socket.send(each);
      // Frames end here: the rest is whatever it is.
      Reflect.get(socket, "_socket").write(raw);
      socket.close();
      setTimeout(() => socket.terminate(), 200);
      await closed;
      await place.isWell({ status: 0, text: "" });
    }),
    runs(12),
  );
  await fc.assert(
    fc.asyncProperty(line, line, async (protocol, key) => {
      const headers = {
        connection: "upgrade",
        upgrade: "websocket",
        "sec-websocket-version": "13",
        "sec-websocket-key": key,
        "sec-websocket-protocol": protocol,
      };
      const handshake = request("GET /event/realtime", headers, Buffer.alloc(0));
      await place.isWell(await place.send(place.aws, handshake, 300));
    }),
    runs(8),
  );
});
