import { expect, test } from "@playwright/test";
import { findLeaks, type Secrets } from "./find-leaks";
import type { Sent } from "./traffic";

const customer = "0c0ffee0-1111-4222-8333-444455556666";
const secrets: Secrets = {
  taskTokens: new Set(["VGhpcyBpcyBhIHRhc2sgdG9rZW4"]),
  codes: new Set(["34679CDFGH"]),
  customers: new Set([customer]),
};
const jwt = `eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.${"s".repeat(43)}`;

const leaks: readonly [string, Pick<Sent, "kind" | "from" | "text">][] = [
  ["a task token", { kind: "answer", from: "GET /orders 200", text: '{"t":"VGhpcyBpcyBhIHRhc2sgdG9rZW4"}' }],
  ["the shape of a task token", { kind: "frame", from: "live feed", text: `{"x":"${"A1".repeat(60)}"}` }],
  ["a JWT", { kind: "log", from: "/aws/lambda/Api", text: `authorization ${jwt}` }],
  ["a refresh token", { kind: "log", from: "/aws/lambda/Api", text: `${customer}.${"r".repeat(64)}` }],
  ["an e-mail address", { kind: "answer", from: "GET /staff 200", text: '{"name":"ana+bar@example.com"}' }],
  ["an e-mail address", { kind: "log", from: "/aws/lambda/Api", text: "no account for ana@bar.example" }],
  [
    "a code of the shop's screen",
    { kind: "answer", from: "POST /qr-code 410", text: "34679cdfgh is too old" },
  ],
  ["a code of the shop's screen", { kind: "frame", from: "live feed", text: "x34679CDFGHx" }],
  ["a customer's id", { kind: "answer", from: "GET /orders 200", text: `x-user: ${customer}\n{}` }],
  ["a member of a row", { kind: "answer", from: "GET /orders/1 200", text: '{"USERID" : "1"}' }],
  [
    "a member of a row",
    { kind: "frame", from: "live feed", text: JSON.stringify({ event: JSON.stringify({ pending: {} }) }) },
  ],
  ["a stack trace", { kind: "answer", from: "GET /shop 500", text: "at run (/work/api/src/app.ts:3:1)" }],
];

for (const [what, sent] of leaks) {
  test(`the scan finds ${what} in ${sent.kind} ${sent.from}`, () => {
    expect(findLeaks([sent], secrets)).toEqual([expect.stringContaining(`${what} in ${sent.kind}`)]);
  });
}

test("the scan finds nothing in what may be sent", () => {
  const order = { id: "9d2c1a5e-0000-4000-8000-000000000000", baristaName: "Ana", state: "MAKING" };
  const fair: Sent[] = [
    { kind: "answer", from: "GET /qr-code 200", text: '{"code":"34679CDFGH"}' },
    { kind: "answer", from: "GET /orders/1 200", text: JSON.stringify(order) },
    { kind: "frame", from: "live feed", text: JSON.stringify({ event: JSON.stringify({ order }) }) },
    { kind: "log", from: "/aws/lambda/Api", text: `{"orderId":"${order.id}","userId":"${customer}"}` },
  ];
  expect(findLeaks(fair, secrets)).toEqual([]);
});
