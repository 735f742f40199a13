import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, expect, test } from "vitest";
import { z } from "zod";
import { temporaryFolder } from "../machine-for-tests";
import { resourceType } from "../service";
import { Assets } from "./assets";
import { Deployment } from "./deployment";
import { Template } from "./template";
import { TemplateError } from "./template-error";

const place = temporaryFolder();
const created: string[] = [];

afterEach(() => rmSync(join(place.folder, "stack.json"), { force: true }));
afterAll(() => place.remove());

const Thing = z.strictObject({
  Name: z.string().optional(),
  Size: z.coerce.number().optional(),
  Needs: z.array(z.string()).optional(),
  Inner: z.union([z.strictObject({ A: z.string() }), z.strictObject({ B: z.string() })]).optional(),
  Colour: z.unknown().optional(),
});
const types = [
  resourceType<z.infer<typeof Thing>>({
    type: "Test::Thing",
    properties: Thing,
    awsOnly: ["Colour"],
    refOf: ({ logicalId, properties }) => properties.Name ?? logicalId,
    problems: async ({ properties }) => (properties.Size === 13 ? ["13 brings bad luck"] : []),
    removal: {
      problems: async (ref) => (ref === "full" ? ["it is full"] : []),
      remove: async (ref) => {
        created.push(`removed ${ref}`);
      },
    },
    deploy: ({ logicalId, properties }) => {
      created.push(`${logicalId} ${JSON.stringify(properties)}`);
      return { ref: properties.Name ?? logicalId, attributes: { Arn: `arn:${logicalId}`, Size: "7" } };
    },
  }),
];

function deployment(template: object, parameters: Record<string, string> = {}): Deployment {
  created.length = 0;
  return new Deployment({
    template: Template.parse(template),
    parameters,
    types,
    assets: new Assets(new Map()),
    place: { region: "us-east-1", account: "000000000000", stackName: "Test" },
    dataFolder: place.folder,
  });
}

function problems(template: object, parameters: Record<string, string> = {}): readonly string[] {
  try {
    deployment(template, parameters);
  } catch (cause) {
    if (cause instanceof TemplateError) return cause.problems;
    throw cause;
  }
  return [];
}

test("resources are deployed after those they need, with what those are called", async () => {
  const stack = deployment({
    Resources: {
      Last: {
        Type: "Test::Thing",
        Properties: { Needs: [{ Ref: "Role" }, { "Fn::GetAtt": ["First", "Arn"] }] },
      },
      Role: { Type: "AWS::IAM::Role", Properties: { RoleName: "worker" } },
      First: { Type: "Test::Thing", Properties: { Name: "one" }, DependsOn: "Zeroth" },
      Zeroth: { Type: "Test::Thing" },
    },
    Outputs: { FirstName: { Value: { Ref: "First" } } },
  });
  await stack.deploy();
  expect(created).toEqual(["Zeroth {}", 'First {"Name":"one"}', 'Last {"Needs":["worker","arn:First"]}']);
  expect(stack.outputs).toEqual({ FirstName: "one" });
});

test("everything unsupported is refused at once, by resource and property, before anything is created", () => {
  const found = problems({
    Resources: {
      Bad: {
        Type: "Test::Thing",
        Properties: { Nonsense: 1, Inner: { A: { Ref: "Good" }, C: 1 }, Size: "many" },
      },
      Good: { Type: "Test::Thing" },
      Stranger: { Type: "AWS::RDS::DBInstance" },
      Lost: { Type: "Test::Thing", Properties: { Name: { Ref: "Nobody" } } },
    },
  });
  expect(found).toEqual(
    expect.arrayContaining([
      "Bad (Test::Thing): property Nonsense is not supported",
      "Bad (Test::Thing): property Inner.C is not supported",
      expect.stringMatching(/^Bad \(Test::Thing\): property Size: /),
      "Stranger (AWS::RDS::DBInstance): this resource type is not supported",
      "Lost (Test::Thing): there is no resource or parameter Nobody",
    ]),
  );
  expect(created).toEqual([]);
});

test("a value that is only known after deployment is not judged before", async () => {
  const stack = deployment({
    Resources: {
      A: { Type: "Test::Thing" },
      B: { Type: "Test::Thing", Properties: { Size: { "Fn::GetAtt": ["A", "Size"] } } },
    },
  });
  await stack.deploy();
  expect(created).toContain('B {"Size":7}');
});

test("what has no effect here is listed", () => {
  const stack = deployment({
    Resources: {
      Role: { Type: "AWS::IAM::Role" },
      Meta: { Type: "AWS::CDK::Metadata" },
      A: { Type: "Test::Thing", Properties: { Colour: "red" } },
    },
  });
  expect(stack.awsOnly).toEqual(["AWS::CDK::Metadata", "AWS::IAM::Role", "Test::Thing.Colour"]);
});

test("a resource whose condition does not hold is left out", async () => {
  const stack = deployment(
    {
      Parameters: { Stage: { Type: "String", Default: "dev" } },
      Conditions: {
        IsProd: { "Fn::Equals": [{ Ref: "Stage" }, "prod"] },
        Not: { "Fn::Not": [{ Condition: "IsProd" }] },
      },
      Resources: {
        A: { Type: "Test::Thing", Condition: "IsProd" },
        B: { Type: "Test::Thing", Condition: "Not" },
      },
    },
    {},
  );
  await stack.deploy();
  expect(created).toEqual(["B {}"]);
});

test("a circle of resources is named", () => {
  const needs = (id: string) => ({ Type: "Test::Thing", Properties: { Name: { Ref: id } } });
  expect(() => deployment({ Resources: { A: needs("B"), B: needs("A") } })).toThrow("A -> B -> A");
});

test("parameters are checked by name and value", () => {
  const template = {
    Parameters: {
      Url: { Type: "String", AllowedPattern: "https?://.+" },
      Kind: { Type: "String", AllowedValues: ["a", "b"], Default: "a" },
      Count: { Type: "Number", MinValue: 1, Default: 1 },
      List: { Type: "CommaDelimitedList", Default: "a, b" },
    },
    Resources: {},
  };
  expect(deployment(template, { Url: "http://x" }).values.List).toEqual(["a", "b"]);
  expect(problems(template, { Url: "ftp", Kind: "c", Count: "0", Extra: "1" })).toEqual([
    "--parameter Extra: the template has no such parameter",
    "--parameter Url: the value must match https?://.+",
    "--parameter Kind: the value must be one of a, b",
    "--parameter Count: the value must lie from 1 to ∞",
  ]);
  expect(problems(template)).toEqual(["--parameter Url=… is missing: it has no default"]);
});

const thing = (properties: object, more: object = {}) => ({
  Type: "Test::Thing",
  Properties: properties,
  ...more,
});
const retained = { DeletionPolicy: "Retain", UpdateReplacePolicy: "Retain" };

test("what the template no longer has is removed once, the last made first, unless it is retained", async () => {
  const Kept = thing({ Name: "kept" }, retained);
  await deployment({ Resources: { A: thing({}), B: thing({ Name: "b" }), C: thing({}), Kept } }).deploy();
  await deployment({ Resources: { A: thing({}), B: thing({ Name: "other" }) } }).deploy();
  expect(created).toEqual(["A {}", 'B {"Name":"other"}', "removed C", "removed b"]);
  await deployment({ Resources: { A: thing({}), Renamed: thing({ Name: "other" }) } }).deploy();
  expect(created).toEqual(["A {}", 'Renamed {"Name":"other"}']);
  await deployment({ Resources: {} }).deploy();
  expect(created).toEqual(["removed other", "removed A"]);
});

test("a change or a removal that would lose something is refused by name before anything is changed", async () => {
  await deployment({ Resources: { A: thing({ Name: "full" }), B: thing({}) } }).deploy();
  const changed = deployment({
    Resources: { A: thing({ Name: "empty" }), B: thing({ Size: 13 }), C: thing({}) },
  });
  await expect(changed.deploy()).rejects.toMatchObject({
    problems: ["B (Test::Thing): 13 brings bad luck", "A (Test::Thing): it is full"],
  });
  expect(created).toEqual([]);
  await deployment({ Resources: { Renamed: thing({ Name: "full" }) } }).deploy();
  expect(created).toEqual(['Renamed {"Name":"full"}', "removed B"]);
});

test("a damaged record of what was made stops the start and is named", async () => {
  writeFileSync(join(place.folder, "stack.json"), "{");
  await expect(deployment({ Resources: {} }).deploy()).rejects.toThrow("stack.json is damaged");
});
