import { expect, test } from "vitest";
import { rolesIn } from "./role";

test("staff of one shop are customers in every other", () => {
  expect([...rolesIn("north", ["barista-north"])]).toEqual(["customer", "barista"]);
  expect([...rolesIn("south", ["barista-north"])]).toEqual(["customer"]);
});

test("a manager may do everything a barista may", () => {
  expect(rolesIn("north", ["manager"]).has("barista")).toBe(true);
  expect(rolesIn("north", ["display"]).has("barista")).toBe(false);
});

test("a group that only resembles a role gives none", () => {
  expect([...rolesIn("north", ["baristas", "barista-", "manager-northern"])]).toEqual(["customer"]);
});
