import { expect, it } from "vitest";
import { newId } from "./new-id";

it.each([
  ["Flat white", [], "flat-white"],
  ["Café crème", [], "cafe-creme"],
  ["Flat white", ["flat-white", "flat-white-2"], "flat-white-3"],
  ["抹茶", [], "drink"],
  ["  50/50!", [], "50-50"],
])("makes an id of %j beside %j", (name, taken, id) => {
  expect(newId(name, taken, "drink")).toBe(id);
});
