import { expect, it } from "vitest";
import { menu } from "./menu-for-tests";
import type { LineKeeper } from "./paper-shop";
import { PaperShop } from "./paper-shop";
import { Rehearsal } from "./rehearsal";
import { VirtualClock } from "./virtual-clock";

const opensAt = Date.parse("2026-11-22T08:00:00Z");
const serverTime = "2026-11-22T08:00:00.000Z";
const silent: LineKeeper = { take: () => {}, line: () => ({ places: [], wait: null, serverTime }) };
const quarterMs = 900_000;

function rehearse() {
  const clock = new VirtualClock(opensAt);
  const shop = new PaperShop(clock, silent);
  const trouble: unknown[] = [];
  const stage = {
    queue: shop,
    guest: shop.guest,
    barista: shop.barista("robot"),
    menu,
    onTrouble: (error: unknown) => trouble.push(error),
  };
  const rehearsal = new Rehearsal(stage, 3, clock);
  const states = () => shop.tickets().map(({ state }) => state);
  return { rehearsal, shop, stage, trouble, states, pass: (ms: number) => clock.passUntil(clock.wait(ms)) };
}

it("brings guests whose drinks wait for the trainee, and goes on after the day's end", async () => {
  const { shop, trouble, pass } = rehearse();
  await pass(quarterMs);
  const first = shop.tickets().map(({ number }) => number);
  expect(first.length).toBeGreaterThan(2);
  await pass(9 * 4 * quarterMs);
  expect(Math.max(...shop.tickets().map(({ number }) => number ?? 0))).toBeGreaterThan(50);
  expect(trouble).toEqual([]);
});

it("lets a robot make the drinks while it is behind the bar, and no longer", async () => {
  const { rehearsal, states, trouble, pass } = rehearse();
  rehearsal.setBarista(true);
  await pass(4 * quarterMs);
  rehearsal.setBarista(false);
  await pass(quarterMs / 4);
  expect(states()).not.toContain("MAKING");
  const waiting = states().filter((state) => state === "SUBMITTED").length;
  await pass(quarterMs / 2);
  expect(states()).not.toContain("MAKING");
  expect(states().filter((state) => state === "SUBMITTED").length).toBeGreaterThan(waiting);
  expect(trouble).toEqual([]);
});

it("puts another robot behind the bar after one to whom the shop did not answer", async () => {
  const { rehearsal, shop, stage, trouble, pass } = rehearse();
  const { commandOrder } = stage.barista;
  let isDown = true;
  stage.barista.commandOrder = async (...asked) => {
    if (isDown) throw new Error("no answer");
    return commandOrder(...asked);
  };
  rehearsal.setBarista(true);
  await pass(2 * quarterMs);
  expect(trouble.length).toBeGreaterThan(1);
  expect(shop.tickets().map(({ state }) => state)).not.toContain("MAKING");
  isDown = false;
  await pass(quarterMs);
  const made = shop.tickets().filter(({ state }) => state !== "SUBMITTED");
  expect(made.length).toBeGreaterThan(0);
});

it("lets nobody in who comes after the door was shut", async () => {
  const { rehearsal, shop, pass } = rehearse();
  rehearsal.letGuestsIn(false);
  await pass(2 * quarterMs);
  expect(shop.tickets()).toEqual([]);
  rehearsal.letGuestsIn(true);
  await pass(2 * quarterMs);
  expect(shop.tickets().length).toBeGreaterThan(0);
  rehearsal.end();
});
