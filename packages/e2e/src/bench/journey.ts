import { setTimeout as wait } from "node:timers/promises";
import { expect, type Locator } from "@playwright/test";
import type { Customer } from "../actors";
import { shopCode } from "../shop-code";
import { bareMs } from "./bare-page";
import { type Felt, FeltEvents } from "./felt-events";
import { inp, interactions, longTasks, tellSlowest } from "./felt-figures";
import type { Figure } from "./figure";
import { lighthouseFlags } from "./lighthouse-report";
import { withStack } from "./own-stack";
import type { BenchOptions } from "./parts";
import { withPhone } from "./phone";
import { phoneProcessor } from "./phone-processor";
import { median, sum } from "./statistics";
import { touch } from "./touch";

/** Late enough that a page has come to rest, and what it felt has been told. */
const rest = () => wait(700);
/** As many as Lighthouse's, for the same reason: whatever else the machine does meanwhile is felt as a slow tap. */
const slowRuns = 5;

/** Each tap of a customer's way on a slow phone, and what moves by itself on it. */
export function measureJourney({ browser }: BenchOptions): Promise<Figure[]> {
  return withStack(async (stack) => {
    const goOn = (rate: number) => withPhone(browser, stack, (customer) => feel(customer, rate));
    const toMeasure = () => phoneProcessor(stack.customerUrl);
    const processor = await withPhone(browser, stack, toMeasure, lighthouseFlags);
    const bare = await withPhone(browser, stack, async (_, context) =>
      bareMs(await context.newPage(), rest, processor.rate),
    );
    const plain = await goOn(1);
    const runs: Felt[][] = [];
    while (runs.length < slowRuns) runs.push(await goOn(processor.rate));
    const slow = runs.flat();
    for (const line of runs.flatMap((run) => [...tellSlowest(run, 4), ...tellShifts(run), ""]))
      console.log(`  ${line}`);
    const tasks = longTasks(slow);
    const slowest = runs.map(inp);
    const figure = (name: string, value: number, unit = "") => ({ part: "", name, value, unit });
    return [
      ...processor.figures,
      {
        ...figure(`slowest tap on a phone, median of ${slowRuns}`, median(slowest), "ms"),
        budget: { atMost: 100 },
        floor: { name: "a bare page", value: bare },
      },
      figure("the slowest of all", Math.max(...slowest), "ms"),
      figure("the same unslowed", inp(plain), "ms"),
      { ...figure("layout shift, the most", Math.max(...runs.map(shiftOf))), budget: { atMost: 0.1 } },
      figure("interactions", sum(runs.map((run) => interactions(run).length))),
      figure("tasks over 50 ms", tasks.length),
      figure("longest task", Math.max(0, ...tasks), "ms"),
    ];
  });
}

async function feel(customer: Customer, rate: number): Promise<Felt[]> {
  const { page, stack } = customer;
  const felt = await FeltEvents.of(page);
  await felt.slow(rate);
  const tap = async (step: string, what: Locator) => {
    await rest();
    felt.step = step;
    await touch(what);
    await rest();
  };
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  const type = async (step: string, name: string, text: string) => {
    await tap(`touch ${name}`, page.getByRole("textbox", { name, exact: true }));
    felt.step = step;
    await page.keyboard.type(text, { delay: 30 });
  };

  felt.step = "open";
  await page.goto(stack.customerUrl);
  await type("type the shop's code", "Code on the screen", await shopCode(stack));
  await tap("continue", button("Continue"));
  const known = await stack.codesSentTo(customer.email);
  await type("type the address", "E-mail", customer.email);
  await tap("send code", button("Send code"));
  await type("type the code", "Code from the e-mail", await stack.codeFor(customer.email, known));
  const signIn = button("Sign in");
  if (await signIn.isVisible()) await tap("sign in", signIn);
  await expect(button("Order")).toBeVisible();
  for (const drink of ["Cappuccino", "Flat white"]) await tap(`choose ${drink}`, choice(customer, drink));
  for (const option of ["Oat", "Large", "Double"]) {
    const found = choice(customer, option);
    if ((await found.count()) > 0) await tap(`option ${option}`, found.first());
  }
  await tap("order", button("Order"));
  await customer.number();
  await tap("every step", page.getByText("Every step, with its time"));
  await tap("ask to cancel", button("Cancel order"));
  await expect(page.getByRole("dialog")).toBeVisible();
  await tap("keep it", button("Keep it"));
  await tap("ask to cancel again", button("Cancel order"));
  await tap("cancel", button("Yes, cancel"));
  await rest();
  return felt.all;
}

/** The card that is touched: its radio button lies under it. */
function choice({ page }: Customer, name: string): Locator {
  return page.locator("label").filter({ hasText: new RegExp(`^${name}`) });
}

function tellShifts(felt: readonly Felt[]): string[] {
  return felt.flatMap((each) =>
    each.kind === "shift" ? `shift ${each.value.toFixed(4)}  ${each.step}: ${each.sources.join(", ")}` : [],
  );
}

function shiftOf(felt: readonly Felt[]): number {
  return sum(felt.map((each) => (each.kind === "shift" ? each.value : 0)));
}
