import { expect, test } from "vitest";
import { VirtualClock } from "./virtual-clock";

test("time passes in its order, and not before everybody has had their say", async () => {
  const clock = new VirtualClock(1000);
  const seen: string[] = [];
  const wait = async (name: string, ...pauses: number[]) => {
    for (const pause of pauses) {
      await clock.wait(pause);
      await Promise.resolve();
      seen.push(`${name}${clock.now()}`);
    }
  };
  await clock.passUntil(Promise.all([wait("a", 300, 100), wait("b", 100, 200), wait("c", 100)]));
  expect(seen).toEqual(["b1100", "c1100", "a1300", "b1300", "a1400"]);
});

test("who waits for what will not happen is told", async () => {
  await expect(new VirtualClock(0).passUntil(new Promise(() => {}))).rejects.toThrow("will not happen");
});

test("what fails fails", async () => {
  const clock = new VirtualClock(0);
  const failing = clock.wait(10).then(() => {
    throw new Error("broken");
  });
  await expect(clock.passUntil(failing)).rejects.toThrow("broken");
});
