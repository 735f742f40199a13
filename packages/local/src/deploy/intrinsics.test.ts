import { expect, test } from "vitest";
import { noValue, references, resolve, type Scope } from "./intrinsics";

const scope: Scope = {
  ref: (name) => (name === "AWS::NoValue" ? noValue : { Bus: "bus-1", Origins: ["a", "b"] }[name]),
  attribute: (logicalId, name) => `${logicalId}/${name}`,
  condition: (name) => name === "Yes",
  mapping: (...path) => path.join("/"),
};

test.each([
  [{ Ref: "Bus" }, "bus-1"],
  [{ "Fn::GetAtt": ["Api", "Dns.Http"] }, "Api/Dns.Http"],
  [{ "Fn::GetAtt": "Api.Dns.Http" }, "Api/Dns.Http"],
  [{ "Fn::Join": ["-", ["x", { Ref: "Bus" }]] }, "x-bus-1"],
  [{ "Fn::Join": [",", { Ref: "Origins" }] }, "a,b"],
  [{ "Fn::Sub": `\${Bus} \${Api.Arn} \${!kept}` }, `bus-1 Api/Arn \${kept}`],
  [{ "Fn::Sub": [`\${v}/\${Bus}`, { v: { Ref: "Bus" } }] }, "bus-1/bus-1"],
  [{ "Fn::Select": ["1", { "Fn::Split": ["-", { Ref: "Bus" }] }] }, "1"],
  [{ "Fn::If": ["Yes", "then", { Ref: "Nobody" }] }, "then"],
  [{ "Fn::If": ["No", { Ref: "Nobody" }, ["otherwise"]] }, ["otherwise"]],
  [{ "Fn::FindInMap": ["M", "k", "a"] }, "M/k/a"],
  [{ a: { Ref: "AWS::NoValue" }, b: [{ Ref: "AWS::NoValue" }, 1] }, { b: [1] }],
  [{ Statement: { Condition: { StringEquals: {} } } }, { Statement: { Condition: { StringEquals: {} } } }],
])("%j stands for %j", (value, expected) => {
  expect(resolve(value, scope)).toEqual(expected);
});

test("a function that is not supported is refused by its name", () => {
  expect(() => resolve({ "Fn::ImportValue": "x" }, scope)).toThrow("Fn::ImportValue is not supported");
});

test("references are found in every form, and literals are none", () => {
  const value = {
    a: { Ref: "A" },
    b: [{ "Fn::GetAtt": ["B", "Arn"] }, { "Fn::GetAtt": "C.Arn" }],
    d: { "Fn::Sub": [`\${D.Arn} \${E} \${!F}`, { E: { Ref: "G" } }] },
  };
  expect(references(value).sort()).toEqual(["A", "B", "C", "D", "E", "G"]);
});
