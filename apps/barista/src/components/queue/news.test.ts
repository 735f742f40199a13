import { describe, expect, it } from "vitest";
import { countNews, newsBetween, tellNews } from "./news";
import { ticket } from "./ticket.fixture";

const ben = { state: "MAKING", baristaUserId: "ben", baristaName: "Ben" } as const;
const me = { state: "MAKING", baristaUserId: "me", baristaName: "Ana" } as const;

describe("what happened meanwhile", () => {
  it("is counted in one line, with who took what", () => {
    const before = [ticket(1), ticket(2), ticket(3)];
    const now = [ticket(1, ben), ticket(2), ticket(4), ticket(5), ticket(6)];
    const news = newsBetween(before, now, "me");
    expect(countNews(news)).toBe("3 new, 1 taken by Ben, 1 gone");
    expect(tellNews(news)).toBe("New: 4, 5, 6. Ben has 1. Gone: 3.");
  });

  it("is nothing where only this barista did something", () => {
    const before = [ticket(1), ticket(2), ticket(3, { state: "COMPLETED" })];
    const now = [ticket(1, me), ticket(2, { ...me, state: "COMPLETED" })];
    expect(countNews(newsBetween(before, now, "me", new Set(["order-3"])))).toBeNull();
  });

  it("tells of a ticket that was put back as of a new one, and of what became ready", () => {
    const news = newsBetween(
      [ticket(1, ben), ticket(2, ben)],
      [ticket(1), ticket(2, { ...ben, state: "COMPLETED" })],
      "me",
    );
    expect(countNews(news)).toBe("1 new, 1 ready");
  });
});
