import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { accessOf } from "./access";
import { addressesOf } from "./addresses";
import { parseOptions } from "./options";

const options = parseOptions(["--template", "x.json", "--lan"]);
if (options === "help") throw new Error("no help was asked for");
const addresses = addressesOf(options, ["192.168.1.5"]);

function access(remoteAddress: string, headers: Record<string, string>): string {
  // Only what the rule reads: the target, the headers and the peer.
  return accessOf({ url: "/", headers, socket: { remoteAddress } } as unknown as IncomingMessage, addresses);
}

test.each([
  ["127.0.0.1", { host: "localhost:4566" }, "all"],
  ["::1", { host: "[::1]:4566" }, "all"],
  ["::ffff:127.0.0.1", { host: "127.0.0.1:4566" }, "all"],
  ["127.0.0.1", { host: "localhost:4566", origin: "http://localhost:4566" }, "all"],
  ["127.0.0.1", { host: "localhost:4566", origin: "http://localhost:3000" }, "public"],
  ["192.168.1.9", { host: "192.168.1.5:4566" }, "public"],
  ["192.168.1.9", { host: "192.168.1.5:4566", origin: "http://192.168.1.5:4566" }, "public"],
  ["192.168.1.9", { host: "192.168.1.5:4566", origin: "http://192.168.1.5:3000" }, "public"],
  ["192.168.1.9", { host: "localhost:4566" }, "public"],
  ["192.168.1.9", { host: "evil.example" }, "none"],
  ["127.0.0.1", { host: "localhost:4566", origin: "http://evil.example" }, "none"],
])("peer %s with %j may use: %s", (peer, headers, expected) => {
  expect(access(peer, headers)).toBe(expected);
});
