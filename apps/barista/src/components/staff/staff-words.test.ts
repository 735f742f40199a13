import { NetworkError } from "@serverlesspresso/client/network-error";
import { AppError } from "@serverlesspresso/contracts/error";
import type { Member } from "@serverlesspresso/contracts/staff";
import { describe, expect, it } from "vitest";
import { keptWords, removalWords } from "./staff-words";

const ana: Member = { id: "ana", name: "Ana", role: "barista", everywhere: false };

describe("removing somebody", () => {
  it("says beforehand what happens to whom", () => {
    expect(removalWords(ana)).toBe("Ana is signed out of this bar within a minute. Orders stay as they are.");
    expect(removalWords({ ...ana, name: "Wall", role: "display" })).toMatch(/^Wall shows no board/);
  });

  it("that is refused says why, and who can do it", () => {
    const refused = new AppError("member_protected", "");
    expect(keptWords(refused, { ...ana, everywhere: true })).toBe(
      "Ana works in every shop: only a manager of every shop can remove them.",
    );
    expect(keptWords(refused, ana)).toBe("You cannot remove yourself. Another manager can.");
    expect(keptWords(new AppError("member_unknown", ""), ana)).toMatch(/does not work here any more/);
  });

  it("never leaves open whether it was done", () => {
    const errors = [new NetworkError("no answer"), new AppError("internal", ""), new Error("odd")];
    for (const error of errors) expect(keptWords(error, ana)).toMatch(/^Not removed/);
  });
});
