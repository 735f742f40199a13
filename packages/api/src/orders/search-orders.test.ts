import { describe, expect, it } from "vitest";
import { Bar, people } from "../fakes/bar";

const { ana, ben, marta, screen } = people;
// Nobody sends more than sixty requests at once.
const staff = [ana, ben, marta] as const;

/** Orders with the numbers from 1 to `count`, a minute apart. */
async function barWith(count: number): Promise<Bar> {
  const bar = new Bar();
  for (let index = 1; index <= count; index += 1) {
    const id = `order-${index}`;
    await bar.wait("customer", 1, { id, execution: `run-${index}` });
    await bar.send("PUT", `/orders/${id}`, { as: staff[index % 3] ?? ana, body: { drink: "flat-white" } });
    bar.ports.advance(60);
  }
  return bar;
}

async function search(bar: Bar, query: string) {
  const { body } = await bar.send("GET", `/orders?${query}`, { as: ana });
  return { ids: body.orders?.map(({ id }) => id), cursor: body.cursor };
}

describe("a day's orders", () => {
  it("come newest first, each once, page by page", async () => {
    const bar = await barWith(110);
    const seen: (string | undefined)[] = [];
    let query = "day=2026-11-22";
    for (let pages = 0; pages < 3; pages += 1) {
      const { ids = [], cursor } = await search(bar, query);
      seen.push(...ids);
      query = `day=2026-11-22&cursor=${cursor}`;
      expect(cursor === null).toBe(pages === 2);
    }
    expect(seen).toEqual(Array.from({ length: 110 }, (_, index) => `order-${110 - index}`));
  });

  it("are found by number, by drink, and today unless a day is named", async () => {
    const bar = await barWith(3);
    expect(await search(bar, "number=2")).toEqual({ ids: ["order-2"], cursor: null });
    expect((await search(bar, "number=9")).ids).toEqual([]);
    expect((await search(bar, "drink=flat-white")).ids).toHaveLength(3);
    expect((await search(bar, "drink=mocha")).ids).toEqual([]);
    expect((await search(bar, "day=2026-11-21")).ids).toEqual([]);
  });

  it("leave out what nobody has ordered yet, but not what ended so", async () => {
    const bar = await new Bar().reach("CREATED");
    expect((await search(bar, "")).ids).toEqual([]);
    await bar.command("cancel", people.carla);
    expect((await search(bar, "")).ids).toEqual(["1"]);
  });

  it("are not for the shop's screen", async () => {
    const { status } = await new Bar().send("GET", "/orders?number=1", { as: screen });
    expect(status).toBe(403);
  });

  it("are refused for a number, a day or a cursor that is none", async () => {
    const bar = new Bar();
    for (const [query, field] of [
      ["number=many", "number"],
      ["day=today", "day"],
      ["cursor=shop#other", "cursor"],
    ]) {
      const { status, body } = await bar.send("GET", `/orders?${query}`, { as: ana });
      expect([status, body.error?.field]).toEqual([400, field]);
    }
  });
});
