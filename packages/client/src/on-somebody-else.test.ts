import { expect, test } from "vitest";
import { onSomebodyElse } from "./on-somebody-else";

function sessionOf(sub: string | null) {
  let tell = () => {};
  return {
    sub,
    current() {
      const { sub } = this;
      if (sub === null) return null;
      return { sub, groups: [], email: null, name: null, accessToken: "", expiresAt: 0 };
    },
    subscribe(listener: () => void) {
      tell = listener;
      return () => {
        tell = () => {};
      };
    },
    changeTo(next: string | null) {
      this.sub = next;
      tell();
    },
  };
}

test("tells of whoever signs in or out, and not of a new token of the same person", () => {
  const session = sessionOf("ana");
  let changes = 0;
  const stop = onSomebodyElse(session, () => {
    changes += 1;
  });
  session.changeTo("ana");
  expect(changes).toBe(0);
  session.changeTo("ben");
  session.changeTo(null);
  expect(changes).toBe(2);
  stop();
  session.changeTo("ana");
  expect(changes).toBe(2);
});
