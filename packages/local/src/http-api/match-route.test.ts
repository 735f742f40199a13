import { expect, test } from "vitest";
import { matchRoute, parsePath } from "./match-route";

const routes = [
  "$default",
  "ANY /{proxy+}",
  "GET /pets/{proxy+}",
  "GET /pets/dog/{id}",
  "GET /pets/dog/1",
  "ANY /pets/dog/1",
].map((key) => {
  const [method = "", path] = key.split(" ");
  return { key, method, path: path === undefined ? undefined : parsePath(path) };
});

function choose(request: string): [string | undefined, Record<string, string> | undefined] {
  const [method = "", path = ""] = request.split(" ");
  const match = matchRoute(routes, method, path.split("/").slice(1));
  return [match?.route.key, match?.parameters];
}

test("chooses as AWS does: the whole path, then parameters, then greedy ones, then the default", () => {
  expect(choose("GET /pets/dog/1")).toEqual(["GET /pets/dog/1", {}]);
  expect(choose("PUT /pets/dog/1")).toEqual(["ANY /pets/dog/1", {}]);
  expect(choose("GET /pets/dog/2")).toEqual(["GET /pets/dog/{id}", { id: "2" }]);
  expect(choose("GET /pets/cat/1")).toEqual(["GET /pets/{proxy+}", { proxy: "cat/1" }]);
  expect(choose("POST /pets/cat/1")).toEqual(["ANY /{proxy+}", { proxy: "pets/cat/1" }]);
  expect(choose("GET /")).toEqual(["$default", {}]);
});

test("does not match a longer, a shorter or an empty segment", () => {
  const only = [{ method: "GET", path: parsePath("/orders/{id}") }];
  expect(matchRoute(only, "GET", ["orders"])).toBeUndefined();
  expect(matchRoute(only, "GET", ["orders", ""])).toBeUndefined();
  expect(matchRoute(only, "GET", ["orders", "1", "make"])).toBeUndefined();
  expect(matchRoute(only, "POST", ["orders", "1"])).toBeUndefined();
});

test("refuses a greedy parameter in the middle", () => {
  expect(() => parsePath("/{proxy+}/orders")).toThrow("last segment");
});
