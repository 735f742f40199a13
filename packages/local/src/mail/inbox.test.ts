import { afterEach, beforeEach, expect, test } from "vitest";
import { temporaryFolder } from "../machine-for-tests";
import { Inbox } from "./inbox";

let place: ReturnType<typeof temporaryFolder>;

beforeEach(() => {
  place = temporaryFolder();
});
afterEach(() => place.remove());

test("codes that were sent before a kill are there after it, the newest first and only so many", async () => {
  const killed = new Inbox(place.folder);
  const codes = Array.from({ length: 1100 }, (_, index) => String(index));
  await Promise.all(
    codes.map((code) => killed.receive({ to: "a@b.c", code, at: Number(code), subject: "", text: "" })),
  );
  const next = new Inbox(place.folder);
  expect(next.list("A@b.c").map(({ code }) => code)).toEqual(codes.toReversed().slice(0, 200));
  await next.close();
});
