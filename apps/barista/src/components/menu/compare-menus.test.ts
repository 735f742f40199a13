import { expect, it } from "vitest";
import { startOf } from "../bar/difference";
import { compareMenus, mergeMenus } from "./compare-menus";
import { drink } from "./drinks.fixture";
import { orderId } from "./menu-changes";

const base = [drink("latte"), drink("mocha"), drink("chai")];
const mine = [drink("latte", { name: "Big latte" }), drink("mocha"), drink("chai"), drink("cortado")];
const theirs = [drink("chai"), drink("latte", { vessel: "glass" })];

it("puts drink beside drink, and knows who has changed it", () => {
  const found = compareMenus({ base, mine, theirs });
  expect(found.map(({ id, mine, theirs }) => [id, mine, theirs])).toEqual([
    ["latte", "name: Big latte", "cup: glass"],
    ["mocha", "as before", "removed"],
    ["cortado", "new", "is not there"],
    [orderId, "Big latte, mocha, chai, cortado", "chai, latte"],
  ]);
  expect(startOf(found)).toEqual({ mocha: "theirs", cortado: "mine", [orderId]: "theirs" });
});

it("takes each drink and the order from the side that was chosen", () => {
  const chosen = { latte: "mine", mocha: "theirs", cortado: "mine", [orderId]: "theirs" } as const;
  expect(mergeMenus({ mine, theirs }, chosen).map(({ name }) => name)).toEqual([
    "chai",
    "Big latte",
    "cortado",
  ]);
});
