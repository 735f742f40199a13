import { NetworkError } from "@serverlesspresso/client/network-error";
import { AppError } from "@serverlesspresso/contracts/error";
import { describe, expect, it } from "vitest";
import { checkDraft, refusedDraft } from "./add-problems";

const ana = { email: " Ana@Example.com", name: "Ana ", role: "barista" };

describe("somebody to be added", () => {
  it("is sent with a tidy address and name", () => {
    expect(checkDraft(ana)).toEqual({ member: { email: "ana@example.com", name: "Ana", role: "barista" } });
  });

  it("is told of at each box that is wrong", () => {
    const wrong = checkDraft({ email: "ana", name: "  ", role: "barista" });
    expect(wrong).toEqual({
      problems: {
        email: "This does not look like an e-mail address.",
        name: "Type the name that colleagues and customers will read.",
      },
    });
    expect(checkDraft({ ...ana, email: "" })).toMatchObject({ problems: { email: expect.any(String) } });
  });

  it("is told of what only the shop knows, at its box", () => {
    expect(refusedDraft(new AppError("invalid_request", "", { field: "email" }))).toEqual({
      email: "This does not look like an e-mail address.",
    });
    expect(refusedDraft(new AppError("member_protected", ""))).toHaveProperty("email");
  });

  it("is never left in doubt", () => {
    const role = new AppError("invalid_request", "", { field: "role" });
    expect(checkDraft({ ...ana, role: "owner" })).toMatchObject({
      problems: { form: expect.stringMatching(/^Not added/) },
    });
    for (const error of [role, new NetworkError("no answer"), new AppError("internal", "")]) {
      expect(refusedDraft(error).form).toMatch(/^Not added/);
    }
  });
});
