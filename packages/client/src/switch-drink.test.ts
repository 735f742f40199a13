import { AppError } from "@serverlesspresso/contracts/error";
import type { Menu } from "@serverlesspresso/contracts/menu";
import { MutationObserver, QueryClient } from "@tanstack/react-query";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { BarApi } from "./bar-api";
import { queryKeys } from "./queries";
import { type DrinkSwitch, onRefusedSwitch, type RefusedSwitch, switchDrinkOptions } from "./switch-drink";
import { shop } from "./test-shop";

let client: QueryClient;
let switchDrink: ReturnType<typeof vi.fn<BarApi["switchDrink"]>>;
let refusals: RefusedSwitch[];

const key = queryKeys.shop("default");
const off = () => {
  const { menu } = client.getQueryData<typeof shop>(key) ?? shop;
  const choices = menu.drinks.flatMap(({ options }) => options.flatMap((group) => group.choices));
  return [...menu.drinks, ...choices].filter(({ available }) => !available).map(({ id }) => id);
};
const run = (wanted: DrinkSwitch, name = "key-1") =>
  new MutationObserver(
    client,
    switchDrinkOptions({ eventId: "default", switchDrink }, client, wanted),
  ).mutate({ wanted, key: name });
const menuWith = (version: number, isOff: readonly string[]): Menu => ({
  version,
  drinks: shop.menu.drinks.map((drink) => ({ ...drink, available: !isOff.includes(drink.id) })),
});

beforeEach(() => {
  client = new QueryClient();
  client.setQueryData(key, shop);
  switchDrink = vi.fn<BarApi["switchDrink"]>();
  refusals = [];
  onRefusedSwitch(client, (refused) => refusals.push(refused));
});

describe("a switch", () => {
  it("is shown before it is answered, and the answer takes its place", async () => {
    let answer = (_: Menu) => {};
    switchDrink.mockReturnValue(
      new Promise((resolve) => {
        answer = resolve;
      }),
    );
    const done = run({ drink: "latte", available: false });
    await vi.waitFor(() => expect(off()).toEqual(["latte"]));
    expect(switchDrink.mock.calls).toEqual([["latte", { available: false }, "key-1"]]);
    answer(menuWith(2, ["latte", "mocha"]));
    await done;
    expect(off()).toEqual(["latte", "mocha"]);
  });

  it("of one drink does not hide that another is still under way", async () => {
    const answers: ((menu: Menu) => void)[] = [];
    switchDrink.mockImplementation(() => new Promise((resolve) => answers.push(resolve)));
    const first = run({ drink: "latte", available: false });
    void run({ drink: "mocha", available: false }, "key-2");
    await vi.waitFor(() => expect(answers).toHaveLength(2));
    answers[0]?.(menuWith(2, ["latte"]));
    await first;
    expect(off()).toEqual(["latte", "mocha"]);
  });

  it("waits for an earlier one of the same: what is tried again must not undo it", async () => {
    let answer = (_: Menu) => {};
    switchDrink.mockImplementationOnce(
      () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    );
    switchDrink.mockResolvedValueOnce(menuWith(3, []));
    const first = run({ drink: "latte", available: false });
    const second = run({ drink: "latte", available: true }, "key-2");
    await vi.waitFor(() => expect(switchDrink).toHaveBeenCalledTimes(1));
    expect(off()).toEqual([]);
    answer(menuWith(2, ["latte"]));
    await first;
    await second;
    expect(switchDrink.mock.calls.map(([, body]) => body)).toEqual([
      { available: false },
      { available: true },
    ]);
    expect(off()).toEqual([]);
  });

  it("of a choice everywhere that is refused leaves each as it was, and shows what else is switched", async () => {
    const choice = (available: boolean) => ({ id: "oat", name: "Oat", available, allergens: [] });
    const drinks = shop.menu.drinks.map((drink, index) => ({
      ...drink,
      options: [{ id: "milk", name: "Milk", default: "oat", choices: [choice(index > 0)] }],
    }));
    client.setQueryData(key, { ...shop, menu: { ...shop.menu, drinks } });
    expect(off()).toEqual(["oat"]);
    let refuse = (_: Error) => {};
    switchDrink.mockReturnValue(new Promise(() => {}));
    switchDrink.mockImplementationOnce(
      () =>
        new Promise((_, reject) => {
          refuse = reject;
        }),
    );
    const done = run({ drink: "latte", choice: "oat", everywhere: true, available: false }).catch(() => {});
    await vi.waitFor(() => expect(off()).toEqual(["oat", "oat"]));
    void run({ drink: "mocha", available: false }, "key-2");
    await vi.waitFor(() => expect(off()).toEqual(["mocha", "oat", "oat"]));
    refuse(new AppError("drink_unknown", "gone"));
    await done;
    expect(off()).toEqual(["mocha", "oat"]);
  });

  it("that is refused is taken back, told, and the shop is read anew", async () => {
    switchDrink.mockRejectedValue(new AppError("drink_unknown", "gone"));
    await run({ drink: "latte", available: false }).catch(() => {});
    expect(off()).toEqual([]);
    expect(refusals).toMatchObject([
      { key: "key-1", wanted: { drink: "latte" }, refusal: { code: "drink_unknown" } },
    ]);
    expect(client.getQueryState(key)?.isInvalidated).toBe(true);
  });
});
