import { AppError } from "@serverlesspresso/contracts/error";
import type { DrinkOrder } from "@serverlesspresso/contracts/menu";
import type { Order } from "@serverlesspresso/contracts/order";
import { expect, it } from "vitest";
import type { Api } from "./api";
import { NetworkError } from "./network-error";
import { order } from "./test-orders";
import { WalkUp } from "./walk-up";

const latte: DrinkOrder = { drink: "latte", modifiers: [] };
const mocha: DrinkOrder = { drink: "mocha", modifiers: [] };

/** A shop in which each begin key has an order of its own; it answers submits as it is told. */
class FakeShop {
  readonly begun: string[] = [];
  readonly submitted: { id: string; drink: string; key: string }[] = [];
  readonly cancelled: string[] = [];
  answers: (Error | Order | Promise<Error | Order>)[] = [];

  /** The next submit is answered when it is let; resolves once it has come. */
  holdAnswer(): [submitted: Promise<void>, answer: (answer: Error | Order) => void] {
    let answer: (answer: Error | Order) => void = () => {};
    this.answers.push(
      new Promise((resolve) => {
        answer = resolve;
      }),
    );
    const submitted = new Promise<void>((resolve) => {
      this.#onSubmit = resolve;
    });
    return [submitted, answer];
  }

  #onSubmit = () => {};

  api(): Api {
    const parts = {
      call: async (_schema: unknown, _method: string, _path: string, { key = "" }: { key?: string }) => {
        if (!this.begun.includes(key)) this.begun.push(key);
        return { orderId: `order-${this.begun.indexOf(key) + 1}` };
      },
      submitOrder: async (id: string, { drink }: DrinkOrder, key: string) => {
        this.submitted.push({ id, drink, key });
        this.#onSubmit();
        const answer = await this.answers.shift();
        if (answer === undefined || answer instanceof Error) throw answer;
        return answer;
      },
      commandOrder: async (id: string) => {
        this.cancelled.push(id);
        return order({ state: "CANCELLED" });
      },
    };
    // A walk-up uses nothing else of it.
    return parts as unknown as Api;
  }
}

const starting = new AppError("order_starting", "", { order: order({ state: "REQUESTED", number: null }) });
const isRefused = (promise: Promise<unknown>) => expect(promise).rejects.toThrow();

it("is one order and one submit, however often it is tried", async () => {
  const shop = new FakeShop();
  shop.answers = [starting, new NetworkError("lost"), order()];
  const walkUp = new WalkUp(shop.api());
  await isRefused(walkUp.order(latte));
  await isRefused(walkUp.order(latte));
  expect(await walkUp.order(latte)).toMatchObject({ state: "SUBMITTED" });
  expect(shop.begun).toHaveLength(1);
  expect(new Set(shop.submitted.map(({ id, key }) => `${id} ${key}`)).size).toBe(1);
});

it("keeps its place for another drink, by another key, where one is sold out", async () => {
  const shop = new FakeShop();
  shop.answers = [new AppError("drink_unavailable", ""), order()];
  const walkUp = new WalkUp(shop.api());
  await isRefused(walkUp.order(mocha));
  await walkUp.order(latte);
  expect(shop.submitted.map(({ id, drink }) => [id, drink])).toEqual([
    ["order-1", "mocha"],
    ["order-1", "latte"],
  ]);
  expect(shop.submitted[0]?.key).not.toBe(shop.submitted[1]?.key);
});

it("begins another order after one that had no place, and for the next guest", async () => {
  const shop = new FakeShop();
  const full = new AppError("order_conflict", "", { order: order({ state: "CANCELLED" }) });
  shop.answers = [full, order(), order()];
  const walkUp = new WalkUp(shop.api());
  await isRefused(walkUp.order(latte));
  await walkUp.order(latte);
  await walkUp.order(latte);
  expect(shop.submitted.map(({ id }) => id)).toEqual(["order-1", "order-2", "order-3"]);
});

it("calls nothing off that is in the queue, its answer lost, and orders nothing beside it", async () => {
  const shop = new FakeShop();
  const ordered = new AppError("order_conflict", "", { order: order({ state: "SUBMITTED" }) });
  shop.answers = [new NetworkError("lost"), ordered, ordered];
  const walkUp = new WalkUp(shop.api());
  await isRefused(walkUp.order(latte));
  await isRefused(walkUp.order(mocha));
  await isRefused(walkUp.order(mocha));
  walkUp.callOff();
  expect(shop.cancelled).toEqual([]);
  expect(shop.begun).toHaveLength(1);
});

it("calls nothing off that may be in the queue, and begins another for the next guest", async () => {
  const lost = new NetworkError("lost");
  for (const answers of [[lost], [new AppError("internal", "")], [lost, new AppError("rate_limited", "")]]) {
    const shop = new FakeShop();
    shop.answers = [...answers, order()];
    const walkUp = new WalkUp(shop.api());
    for (const _ of answers) await isRefused(walkUp.order(latte));
    walkUp.callOff();
    walkUp.comeBack();
    await walkUp.order(latte);
    expect(shop.cancelled).toEqual([]);
    expect(shop.submitted.at(-1)?.id).toBe("order-2");
  }
});

it("calls nothing off that may be in the queue where the page is left while it is tried again", async () => {
  const shop = new FakeShop();
  shop.answers = [new NetworkError("lost")];
  const walkUp = new WalkUp(shop.api());
  await isRefused(walkUp.order(latte));
  const again = walkUp.order(latte);
  walkUp.callOff();
  await isRefused(again);
  expect([shop.begun.length, shop.cancelled]).toEqual([1, []]);
});

it("calls off what was begun and not submitted, and nothing else", async () => {
  const shop = new FakeShop();
  shop.answers = [new AppError("drink_unavailable", ""), order()];
  const walkUp = new WalkUp(shop.api());
  walkUp.callOff();
  expect(shop.cancelled).toEqual([]);
  walkUp.comeBack();
  await isRefused(walkUp.order(mocha));
  walkUp.callOff();
  expect(shop.cancelled).toEqual(["order-1"]);
  walkUp.comeBack();
  await walkUp.order(latte);
  walkUp.callOff();
  expect(shop.cancelled).toEqual(["order-1"]);
});

it("calls off what is begun after the page was left, and tries no more", async () => {
  const shop = new FakeShop();
  const walkUp = new WalkUp(shop.api());
  const tried = walkUp.order(latte);
  walkUp.callOff();
  await isRefused(tried);
  await isRefused(walkUp.order(latte));
  expect([shop.begun.length, shop.submitted, shop.cancelled]).toEqual([1, [], ["order-1"]]);
});

it("leaves an order alone that was being submitted when the page was left, unless it was refused", async () => {
  for (const [answer, cancelled] of [
    [order(), []],
    [new NetworkError("lost"), []],
    [starting, ["order-1"]],
  ] as const) {
    const shop = new FakeShop();
    const walkUp = new WalkUp(shop.api());
    const [submitted, answerNow] = shop.holdAnswer();
    const tried = walkUp.order(latte).catch(() => null);
    await submitted;
    walkUp.callOff();
    answerNow(answer);
    await tried;
    expect(shop.cancelled).toEqual(cancelled);
  }
});
