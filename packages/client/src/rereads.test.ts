import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { describe, expect, it, vi } from "vitest";
import { Rereads } from "./rereads";

const queryKey = ["shop"];

/** Something that is read and shown, whose answers come when they are let. */
function shown() {
  const asked: ((answer: number) => void)[] = [];
  const client = new QueryClient();
  const observer = new QueryObserver(client, {
    queryKey,
    queryFn: () => new Promise<number>((answer) => asked.push(answer)),
  });
  const leave = observer.subscribe(() => {});
  const answer = async (index: number) => {
    asked[index]?.(index);
    await new Promise((done) => setTimeout(done));
  };
  return { client, observer, asked, answer, leave, value: () => observer.getCurrentResult().data };
}

describe("what has changed", () => {
  it("is read anew, and again if it was being read when the change was heard of", async () => {
    const { client, asked, answer, leave, value } = shown();
    const rereads = new Rereads(client);
    void rereads.read(queryKey);
    expect(asked).toHaveLength(1);
    await answer(0);
    expect([asked.length, value()]).toEqual([2, 0]);
    await answer(1);
    expect([asked.length, value()]).toEqual([2, 1]);
    leave();
  });

  it("is read once more for any number of changes, and each answer is shown as it comes", async () => {
    const { client, asked, answer, leave, value } = shown();
    const rereads = new Rereads(client);
    await answer(0);
    void rereads.read(queryKey);
    for (let changes = 0; changes < 5; changes += 1) void rereads.read(queryKey);
    expect(asked).toHaveLength(2);
    await answer(1);
    expect([asked.length, value()]).toEqual([3, 1]);
    void rereads.read(queryKey);
    await answer(2);
    expect([asked.length, value()]).toEqual([4, 2]);
    leave();
  });

  it("is asked for at once where the answer under way may never come, unless nothing is shown yet", async () => {
    const { client, asked, answer, leave, value } = shown();
    const rereads = new Rereads(client);
    void rereads.read(queryKey, "at once");
    expect(asked).toHaveLength(1);
    await answer(0);
    expect([asked.length, value()]).toEqual([2, 0]);
    void rereads.read(queryKey, "at once");
    expect(asked).toHaveLength(3);
    await answer(2);
    await answer(1);
    expect([asked.length, value()]).toEqual([3, 2]);
    leave();
  });

  it("is not waited for where nobody wants it any more while it is being read", async () => {
    for (const lose of ["disabled", "left"] as const) {
      const { client, observer, asked, answer, leave } = shown();
      if (lose === "left") leave();
      else observer.setOptions({ ...observer.options, enabled: false });
      const invalidate = client.invalidateQueries.bind(client);
      let tries = 0;
      vi.spyOn(client, "invalidateQueries").mockImplementation((...args) => {
        tries += 1;
        if (tries > 10) throw new Error("it is tried without end");
        return invalidate(...args);
      });
      await new Rereads(client).read(queryKey);
      await answer(0);
      expect([tries, asked.length]).toEqual([1, 1]);
      leave();
    }
  });
});
