import { expect, it } from "vitest";
import { firstPerson, personAfter } from "./person";

const numbersOf = (subs: (string | null)[]) => {
  let person = firstPerson(null);
  return subs.map((sub) => {
    person = personAfter(person, sub);
    return person.number;
  });
};

it("keeps the pages of who signs in, out, and in again", () => {
  expect(numbersOf(["eva", null, "eva"])).toEqual([0, 0, 0]);
});

it("begins anew with another person, at once or after nobody", () => {
  expect(numbersOf(["eva", "ben", null, "eva"])).toEqual([0, 1, 1, 2]);
});
