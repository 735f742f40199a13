import { describe, expect, it } from "vitest";
import type { Day, Shift, Visit } from "./day";
import { drawDay } from "./draw-day";
import { menu } from "./menu-for-tests";
import type { LineKeeper } from "./paper-shop";
import { playOnPaper } from "./play-on-paper";

const serverTime = "2026-11-22T08:00:00.000Z";
const silent: LineKeeper = { take: () => {}, line: () => ({ places: [], wait: null, serverTime }) };
const play = (day: Day) => playOnPaper(day, () => silent);

const ana: Shift = {
  name: "Ana",
  from: 0,
  until: 3600,
  breaks: [],
  speed: 1,
  hourlyDrift: 1,
  hurry: 1,
  habit: "one",
  tidiesSeconds: 5,
  noticesSeconds: 5,
  skips: 0,
  recalls: 0,
};

const visit: Visit = {
  at: 60,
  choice: { drink: "latte", modifiers: [] },
  choosesInSeconds: 30,
  leavesInSeconds: null,
  collectsInSeconds: 20,
  effort: 1,
};

const dayOf = (visits: Visit[], shifts: Shift[] = [ana]): Day => ({
  seed: 1,
  seconds: 3600,
  visits,
  shifts,
  drinkSeconds: { latte: 60 },
  optionFactor: 1,
});

const waitOf = ({ submittedAt, readyAt }: { submittedAt: number | null; readyAt: number | null }) =>
  ((readyAt ?? 0) - (submittedAt ?? 0)) / 1000;

describe("a day", () => {
  it("is the same again for the same seed, to the millisecond", async () => {
    const [first, second] = [
      await play(drawDay(7, menu, { hours: 1 })),
      await play(drawDay(7, menu, { hours: 1 })),
    ];
    expect(second).toEqual(first);
    expect(first.filter(({ readyAt }) => readyAt !== null).length).toBeGreaterThan(20);
  });

  it("is another for another seed", () => {
    expect(drawDay(8, menu)).not.toEqual(drawDay(7, menu));
  });

  it("has work for everybody, drinks of the menu and visits within its hours", () => {
    for (let seed = 1; seed <= 50; seed += 1) {
      const day = drawDay(seed, menu);
      const ids = new Set(menu.drinks.map(({ id }) => id));
      expect(day.visits.every(({ at, choice }) => at < day.seconds && ids.has(choice.drink))).toBe(true);
      expect(day.shifts.some(({ from, until }) => from === 0 && until === day.seconds)).toBe(true);
    }
  });
});

describe("a customer", () => {
  it("waits as long as the barista takes, and collects", async () => {
    const [outcome] = await play(dayOf([visit]));
    expect(outcome).toMatchObject({ ending: "collected", number: 1 });
    expect(waitOf(outcome ?? { submittedAt: 0, readyAt: 0 })).toBeGreaterThan(60);
    expect(waitOf(outcome ?? { submittedAt: 0, readyAt: 0 })).toBeLessThan(90);
  });

  it.each([
    ["who never chooses orders nothing", { choosesInSeconds: null }, "undecided"],
    ["who does not come leaves it on the counter", { collectsInSeconds: null }, "uncollected"],
  ] as const)("%s", async (_what, change, ending) => {
    expect(await play(dayOf([{ ...visit, ...change }]))).toMatchObject([{ ending }]);
  });

  it("gives up while nobody makes it, and not any more when somebody does", async () => {
    const impatient = { ...visit, leavesInSeconds: 90 };
    const crowd = [visit, visit, visit].map((each, index) => ({ ...each, at: index }));
    expect((await play(dayOf([...crowd, impatient])))[3]).toMatchObject({ ending: "left", readyAt: null });
    expect((await play(dayOf([{ ...impatient, leavesInSeconds: 30 }])))[0]).toMatchObject({
      ending: "collected",
    });
  });

  it("is told that nobody made it when the shop gave up", async () => {
    const absent = { ...ana, breaks: [{ from: 0, until: 3600 }] };
    expect(await play(dayOf([visit], [absent]))).toMatchObject([{ ending: "unmade" }]);
  });

  it("is turned away where the queue is full", async () => {
    const crowd = Array.from({ length: 25 }, () => visit);
    const endings = (await play(dayOf(crowd))).map(({ ending }) => ending);
    expect(endings.filter((ending) => ending === "turned away")).toHaveLength(5);
  });
});

describe("a barista", () => {
  const crowd = Array.from({ length: 8 }, (_, index) => ({ ...visit, at: index }));

  it("never makes what another one makes, whatever their habits", async () => {
    for (const habit of ["one", "pairs", "untold"] as const) {
      const shifts = ["Ana", "Ben", "Chidi"].map((name) => ({ ...ana, name, habit }));
      const outcomes = await play(dayOf(crowd, shifts));
      expect(outcomes.every(({ ending }) => ending === "collected")).toBe(true);
      expect(Math.max(...outcomes.map(waitOf))).toBeLessThan(4 * 75);
    }
  });

  it("makes a drink again that was wrong, after everybody has had theirs once", async () => {
    const outcomes = await play(dayOf(crowd.slice(0, 2), [{ ...ana, recalls: 1 }]));
    expect(outcomes.map(({ ending }) => ending)).toEqual(["collected", "collected"]);
  });

  it("who closes the shop goes when nobody waits any more", async () => {
    const late = { ...visit, at: 3500 };
    expect(await play(dayOf([late, late]))).toMatchObject([{ ending: "collected" }, { ending: "collected" }]);
  });
});
