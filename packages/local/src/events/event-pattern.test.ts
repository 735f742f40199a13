import { describe, expect, test } from "vitest";
import { eventFields } from "./event-fields";
import { compilePattern } from "./event-pattern";

function matches(pattern: unknown, event: unknown): boolean {
  return compilePattern(JSON.stringify(pattern)).matches(eventFields(JSON.parse(JSON.stringify(event))));
}

/** Each row: a value of the pattern's list for field `f`, the field's value (absent if undefined), whether it matches. */
type Row = [value: unknown, field: unknown, matches: boolean];

const rows: Record<string, Row[]> = {
  exact: [
    ["a", "a", true],
    ["a", "b", false],
    ["a", "A", false],
    ["a", ["b", "a"], true],
    ["a", [], false],
    ["a", undefined, false],
    ["", "", true],
    [null, null, true],
    [null, undefined, false],
    [null, "null", false],
    [true, true, true],
    [true, "true", false],
    [1, 1, true],
    [1, "1", false],
    ["1", 1, false],
  ],
  prefix: [
    [{ prefix: "Order" }, "OrderManager.MakeOrder", true],
    [{ prefix: "Order" }, "order", false],
    [{ prefix: "" }, "anything", true],
    [{ prefix: "1" }, 12, false],
    [{ prefix: { "equals-ignore-case": "ORDER" } }, "orderManager", true],
    [{ prefix: { "equals-ignore-case": "ORDER" } }, "reorder", false],
  ],
  suffix: [
    [{ suffix: ".png" }, "cup.png", true],
    [{ suffix: ".png" }, "cup.PNG", false],
    [{ suffix: { "equals-ignore-case": ".png" } }, "cup.PNG", true],
    [{ suffix: ".png" }, null, false],
  ],
  "equals-ignore-case": [
    [{ "equals-ignore-case": "Latte" }, "lATTE", true],
    [{ "equals-ignore-case": "Latte" }, "Latte!", false],
    [{ "equals-ignore-case": "1" }, 1, false],
  ],
  wildcard: [
    [{ wildcard: "Order*.Wait*" }, "OrderProcessor.WaitingCompletion", true],
    [{ wildcard: "Order*.Wait*" }, "OrderProcessor.Started", false],
    [{ wildcard: "*" }, "", true],
    [{ wildcard: "*a*a*" }, "a", false],
    [{ wildcard: "*a*a*" }, "xaya", true],
    [{ wildcard: "ab*ba" }, "aba", false],
    [{ wildcard: "ab*ba" }, "abba", true],
    [{ wildcard: "a\\*b" }, "a*b", true],
    [{ wildcard: "a\\*b" }, "axb", false],
    [{ wildcard: "a\\\\*b" }, "a\\xb", true],
    [{ wildcard: "a.c" }, "abc", false],
    [{ wildcard: "*" }, 5, false],
  ],
  "anything-but": [
    [{ "anything-but": "a" }, "b", true],
    [{ "anything-but": "a" }, "a", false],
    [{ "anything-but": "a" }, undefined, false],
    [{ "anything-but": "a" }, null, true],
    [{ "anything-but": "a" }, 1, true],
    [{ "anything-but": "a" }, ["a", "b"], true],
    [{ "anything-but": "a" }, ["a", "a"], false],
    [{ "anything-but": ["a", "b"] }, "b", false],
    [{ "anything-but": ["a", "b"] }, "c", true],
    [{ "anything-but": 1 }, 1, false],
    [{ "anything-but": 1 }, "1", true],
    [{ "anything-but": [1, 2] }, 2.0, false],
    [{ "anything-but": { prefix: "in" } }, "init", false],
    [{ "anything-but": { prefix: "in" } }, "done", true],
    [{ "anything-but": { prefix: "in" } }, undefined, false],
    [{ "anything-but": { prefix: ["in", "do"] } }, "done", false],
    [{ "anything-but": { suffix: "e" } }, "done", false],
    [{ "anything-but": { suffix: ["t", "x"] } }, "done", true],
    [{ "anything-but": { suffix: "1" } }, 11, true],
    [{ "anything-but": { "equals-ignore-case": "Done" } }, "dONE", false],
    [{ "anything-but": { "equals-ignore-case": ["a", "Done"] } }, "done!", true],
    [{ "anything-but": { wildcard: "*/lib/*" } }, "/usr/lib/x", false],
    [{ "anything-but": { wildcard: ["*/lib/*", "/bin/*"] } }, "/bin/x", false],
    [{ "anything-but": { wildcard: ["*/lib/*", "/bin/*"] } }, "/etc/x", true],
  ],
  numeric: [
    [{ numeric: [">", 0, "<=", 5] }, 5, true],
    [{ numeric: [">", 0, "<=", 5] }, 0, false],
    [{ numeric: [">", 0, "<=", 5] }, 5.001, false],
    [{ numeric: [">=", 0, "<", 5] }, 0, true],
    [{ numeric: ["<", 10] }, 9, true],
    [{ numeric: ["=", 301.8] }, 301.8, true],
    [{ numeric: ["=", 5] }, "5", false],
    [{ numeric: ["<", 10] }, null, false],
    [{ numeric: ["<", 10] }, [20, 3], true],
    [{ numeric: ["<", 10] }, undefined, false],
  ],
  exists: [
    [{ exists: true }, "a", true],
    [{ exists: true }, null, true],
    [{ exists: true }, false, true],
    [{ exists: true }, undefined, false],
    [{ exists: true }, { c: 1 }, false],
    [{ exists: true }, [], false],
    [{ exists: false }, undefined, true],
    [{ exists: false }, { c: 1 }, true],
    [{ exists: false }, [], true],
    [{ exists: false }, null, false],
    [{ exists: false }, "", false],
  ],
  cidr: [
    [{ cidr: "10.0.0.0/24" }, "10.0.0.255", true],
    [{ cidr: "10.0.0.0/24" }, "10.0.1.0", false],
    [{ cidr: "10.0.0.0/24" }, "not an address", false],
    [{ cidr: "10.0.0.0/24" }, 10, false],
    [{ cidr: "0.0.0.0/0" }, "::1", false],
    [{ cidr: "2001:db8::/32" }, "2001:db8:1::5", true],
    [{ cidr: "2001:db8::/32" }, "2001:db9::5", false],
    [{ cidr: "2001:db8::/32" }, "10.0.0.1", false],
  ],
};

describe.each(Object.entries(rows))("%s", (_operator, table) => {
  test.each(table)("%j against %j is %j", (value, field, expected) => {
    expect(matches({ f: [value] }, { f: field, other: 1 })).toBe(expected);
  });
});

test("numbers match by value however they are written", () => {
  for (const written of ["1", "1.0", "1e0", "10e-1"]) {
    const pattern = compilePattern(`{"f":[${written}]}`);
    for (const sent of ["1", "1.0", "1E0"]) {
      expect(pattern.matches(eventFields(JSON.parse(`{"f":${sent}}`)))).toBe(true);
    }
  }
});

test("several values in one field are or, several fields are and", () => {
  const pattern = { source: ["a", "b"], detail: { n: [1, { exists: false }] } };
  expect(matches(pattern, { source: "b", detail: { n: 1 } })).toBe(true);
  expect(matches(pattern, { source: "b", detail: {} })).toBe(true);
  expect(matches(pattern, { source: "b" })).toBe(true);
  expect(matches(pattern, { source: "b", detail: { n: 2 } })).toBe(false);
  expect(matches(pattern, { source: "c", detail: { n: 1 } })).toBe(false);
});

describe("$or", () => {
  test("joins its siblings by and, at the top", () => {
    const pattern = { source: ["s"], $or: [{ a: [1] }, { b: [2], c: [3] }] };
    expect(matches(pattern, { source: "s", a: 1 })).toBe(true);
    expect(matches(pattern, { source: "s", b: 2, c: 3 })).toBe(true);
    expect(matches(pattern, { source: "s", b: 2 })).toBe(false);
    expect(matches(pattern, { source: "t", a: 1 })).toBe(false);
  });

  test("stands inside an object, inside another and twice side by side", () => {
    const pattern = {
      $or: [{ source: ["s"] }, { "detail-type": ["d"] }],
      detail: { $or: [{ x: [1] }, { y: { $or: [{ z: [2] }, { w: [3] }] } }] },
    };
    expect(matches(pattern, { source: "s", detail: { y: { w: 3 } } })).toBe(true);
    expect(matches(pattern, { "detail-type": "d", detail: { x: 1 } })).toBe(true);
    expect(matches(pattern, { detail: { x: 1 } })).toBe(false);
    expect(matches(pattern, { source: "s", detail: { y: { z: 3 } } })).toBe(false);
  });

  test("keeps both conditions on a field named inside and beside it", () => {
    const pattern = { a: [{ prefix: "x" }], $or: [{ a: [{ suffix: "y" }] }, { b: [1] }] };
    expect(matches(pattern, { a: "xy" })).toBe(true);
    expect(matches(pattern, { a: "xz" })).toBe(false);
    expect(matches(pattern, { a: "wy" })).toBe(false);
    expect(matches(pattern, { a: "xz", b: 1 })).toBe(true);
  });

  test("is an ordinary field where it is no list", () => {
    expect(matches({ $or: { a: [1] } }, { $or: { a: 1 } })).toBe(true);
  });
});

describe("arrays of objects", () => {
  const event = {
    items: [
      { name: "latte", size: 1 },
      { name: "mocha", size: 2, milk: "oat" },
    ],
  };

  test.each([
    [{ name: ["latte"], size: [1] }, true],
    [{ name: ["latte"], size: [2] }, false],
    [{ name: ["latte", "mocha"], size: [2] }, true],
    [{ name: ["mocha"], milk: ["oat"], size: [2] }, true],
    [{ name: ["latte"], milk: ["oat"] }, false],
    [{ name: ["latte"], zone: [{ exists: false }] }, true],
    [{ size: [1], milk: [{ exists: true }] }, false],
    [{ $or: [{ name: ["mocha"] }, { name: ["tea"] }], size: [1] }, false],
  ])("match within the same object: %j", (items, expected) => {
    expect(matches({ items }, event)).toBe(expected);
  });

  test("may be nested, each level choosing its own element", () => {
    const orders = {
      orders: [
        { id: 1, lines: [{ d: "a", n: 1 }] },
        {
          id: 2,
          lines: [
            { d: "a", n: 2 },
            { d: "b", n: 1 },
          ],
        },
      ],
    };
    expect(matches({ orders: { id: [2], lines: { d: ["b"], n: [1] } } }, orders)).toBe(true);
    expect(matches({ orders: { id: [1], lines: { d: ["b"] } } }, orders)).toBe(false);
    expect(matches({ orders: { id: [2], lines: { d: ["a"], n: [1] } } }, orders)).toBe(false);
  });

  test("different arrays are chosen from independently", () => {
    expect(matches({ a: { x: [2] }, b: { y: [1] } }, { a: [{ x: 1 }, { x: 2 }], b: [{ y: 1 }] })).toBe(true);
  });
});

test.each([
  ["{", ""],
  ["[]", ""],
  ["{}", ""],
  ['{"a":{}}', "a"],
  ['{"a":"x"}', "a"],
  ['{"a":[]}', "a"],
  ['{"a":[[]]}', "a[0]"],
  ['{"a":{"b":["x",{"unknown":1}]}}', "a.b[1]"],
  ['{"a":[{}]}', "a[0]"],
  ['{"a":[{"prefix":"x","suffix":"y"}]}', "a[0]"],
  ['{"a":[{"prefix":1}]}', "a[0].prefix"],
  ['{"a":[{"prefix":{"suffix":"x"}}]}', "a[0].prefix"],
  ['{"a":[{"wildcard":"a**b"}]}', "a[0].wildcard"],
  ['{"a":[{"wildcard":"a\\\\b"}]}', "a[0].wildcard"],
  ['{"a":[{"wildcard":"a\\\\"}]}', "a[0].wildcard"],
  ['{"a":[{"anything-but":[]}]}', "a[0].anything-but"],
  ['{"a":[{"anything-but":null}]}', "a[0].anything-but"],
  ['{"a":[{"anything-but":[1,"a"]}]}', "a[0].anything-but"],
  ['{"a":[{"anything-but":{"cidr":"10.0.0.0/8"}}]}', "a[0].anything-but"],
  ['{"a":[{"anything-but":{"prefix":""}}]}', "a[0].anything-but.prefix"],
  ['{"a":[{"anything-but":{"prefix":[]}}]}', "a[0].anything-but.prefix"],
  ['{"a":[{"numeric":5}]}', "a[0].numeric"],
  ['{"a":[{"numeric":[]}]}', "a[0].numeric"],
  ['{"a":[{"numeric":[">","5"]}]}', "a[0].numeric"],
  ['{"a":[{"numeric":["!=",5]}]}', "a[0].numeric"],
  ['{"a":[{"numeric":[">",5,"<"]}]}', "a[0].numeric"],
  ['{"a":[{"numeric":[">",5,"<",5]}]}', "a[0].numeric"],
  ['{"a":[{"numeric":["<",5,">",1]}]}', "a[0].numeric"],
  ['{"a":[{"numeric":[">",1,"<",5,"<",6]}]}', "a[0].numeric"],
  ['{"a":[{"exists":"yes"}]}', "a[0].exists"],
  ['{"a":[{"cidr":"10.0.0.1"}]}', "a[0].cidr"],
  ['{"a":[{"cidr":"10.0.0.0/33"}]}', "a[0].cidr"],
  ['{"$or":[{"a":[1]}]}', "$or"],
  ['{"$or":[{"a":[1]},2]}', "$or[1]"],
  ['{"d":{"$or":[{"a":[1]},{"prefix":["x"]}]}}', "d.prefix"],
])("refuses %s and names the place", (pattern, place) => {
  expect(() => compilePattern(pattern)).toThrowError(
    expect.objectContaining({
      code: "InvalidEventPatternException",
      message: expect.stringMatching(
        place === ""
          ? /^Event pattern is not valid/
          : new RegExp(` at ${place.replace(/[[\].$]/g, "\\$&")}$`),
      ),
    }),
  );
});

test("refuses $or that multiplies to more than 1000 combinations", () => {
  const or = Array.from({ length: 11 }, (_, n) => ({ [`f${n}`]: [n] }));
  const nested = { a: { $or: or }, b: { $or: or }, c: { $or: or } };
  expect(() => compilePattern(JSON.stringify(nested))).toThrowError(/1000 combinations/);
});
