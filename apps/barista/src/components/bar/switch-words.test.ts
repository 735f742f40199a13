import { NetworkError } from "@serverlesspresso/client/network-error";
import { AppError } from "@serverlesspresso/contracts/error";
import { expect, it } from "vitest";
import { drink } from "../menu/drinks.fixture";
import { switchWords } from "./switch-words";

const oat = { id: "oat", name: "Oat milk", available: true, allergens: [] };
const latte = drink("latte", {
  name: "Latte",
  options: [{ id: "milk", name: "Milk", default: "oat", choices: [oat] }],
});
const menu = { version: 1, drinks: [latte] };
const refused = (choice: string | undefined, refusal: AppError | NetworkError) =>
  switchWords({ key: "k", wanted: { drink: "latte", choice, available: false }, refusal }, menu);

it("names what was switched, and why it stays", () => {
  expect(refused("oat", new NetworkError("lost"))).toBe(
    "Oat milk stays as it was: the shop does not answer.",
  );
  expect(refused(undefined, new AppError("forbidden", ""))).toBe(
    "Latte stays as it was: only staff of this shop may switch it.",
  );
  expect(refused("soy", new AppError("option_unknown", ""))).toBe(
    "It stays as it was: it is not on the menu any more.",
  );
});
