import { resolve } from "node:path";
import { expect, test } from "vitest";
import { addressesOf } from "./addresses";
import { type Options, parseOptions } from "./options";

function parse(...args: string[]): Options {
  const options = parseOptions(["--template", "a.template.json", ...args]);
  if (options === "help") throw new Error("no help was asked for");
  return options;
}

test("all ports follow from the base", () => {
  expect(parse().ports).toEqual({ first: 3000, api: 4000, aws: 4566 });
  expect(parse("--port-base", "21300").ports).toEqual({ first: 21300, api: 22300, aws: 22866 });
});

test("repeatable flags keep every value", () => {
  const options = parse("--parameter", "A=1", "--parameter", "B=x=y", "--fixtures", "f.json");
  expect(options.parameters).toEqual({ A: "1", B: "x=y" });
  expect(options.fixtures).toEqual([resolve("f.json")]);
});

test("a site has a port, a folder and a name", () => {
  expect(parse("--site", "0=apps/a/out:a", "--site", "2=b").sites).toEqual([
    { port: 3000, folder: resolve("apps/a/out"), name: "a" },
    { port: 3002, folder: resolve("b"), name: "b" },
  ]);
});

test.each([
  [["--nonsense"], /--nonsense/],
  [["--port-base", "abc"], /--port-base abc/],
  [["--port-base", "65000"], /--port-base 65000/],
  [["--parameter", "A"], /--parameter A/],
  [["--site", "x=b"], /--site x/],
  [["--clock-rate", "0"], /--clock-rate 0/],
  [["--index-lag", "-1"], /--index-lag/],
  [["--smtp", "nowhere"], /--smtp/],
])("a wrong flag is refused by its name: %j", (args, message) => {
  expect(() => parse(...args)).toThrow(message);
});

test("a missing template is refused by its flag", () => {
  expect(() => parseOptions([])).toThrow(/--template/);
});

test("without --lan only this machine is listened to and named", () => {
  const addresses = addressesOf(parse());
  expect(addresses.bind).toBe("127.0.0.1");
  expect([...addresses.hosts]).toEqual(["localhost", "127.0.0.1", "[::1]"]);
});

test("under --lan every network address is served and handed out", () => {
  const addresses = addressesOf(parse("--lan"), ["192.168.1.5", "10.0.0.5"]);
  expect(addresses.host).toBe("192.168.1.5");
  expect(addresses.hosts.has("10.0.0.5")).toBe(true);
  expect(addresses.origins.has("http://192.168.1.5:3001")).toBe(true);
});

test("faults are off unless they are asked for, and those asked for are read", () => {
  expect(parse().faults).toBeUndefined();
  expect(parse("--faults", "{}").faults).toEqual({ seed: 1, faults: [] });
  const plan = { seed: 9, faults: [{ service: "events", operation: "Deliver", mode: "twice", share: 0.2 }] };
  expect(parse("--faults", JSON.stringify(plan)).faults).toMatchObject(plan);
  for (const wrong of ["", "twice", '{"faults":[{"mode":"twice"}]}']) {
    expect(() => parse("--faults", wrong)).toThrow("--faults");
  }
});
