import { type Browser, chromium, type Page } from "@playwright/test";
import { Barista, Customer, Display } from "../actors";
import { ApiUser } from "../api-user";
import type { Stack } from "../stack";
import { enterAgain, orderIdOn } from "../tour-order";
import type { Figure } from "./figure";
import { withStack } from "./own-stack";
import { lastTouch, noteTouches, whenPainted } from "./painted";
import type { BenchOptions } from "./parts";
import { quiet } from "./phone";
import { percentile } from "./statistics";

const orders = 25;
const budgetMs = 150;

/** How soon the bar sees what was ordered, and phone and board what is ready: from touch to paint. */
export function measureLive({ browser }: BenchOptions): Promise<Figure[]> {
  return withStack(async (stack) => {
    const chrome = await chromium.launch({ executablePath: browser, args: [...quiet] });
    try {
      const seen = await watchOrders(await openScreens(chrome, stack), stack);
      const floor = { name: "bare round trip p50", value: await roundTripMs(stack) };
      return Object.entries(seen).flatMap(([name, times]): Figure[] => [
        { part: "", name: `${name}, p50`, value: percentile(times, 0.5), unit: "ms", floor },
        {
          part: "",
          name: `${name}, p95`,
          value: percentile(times, 0.95),
          unit: "ms",
          budget: { atMost: budgetMs },
        },
      ]);
    } finally {
      await chrome.close();
    }
  });
}

export interface Screens {
  customer: Customer;
  barista: Barista;
  display: Display;
}

/** A barista, a display and a customer who may choose, each on a screen of their own. */
export async function openScreens(chrome: Browser, stack: Stack): Promise<Screens> {
  // Without a graphics card three moving screens would keep both cores busy.
  const open = async (width: number, height: number): Promise<Page> =>
    (
      await chrome.newContext({ viewport: { width, height }, hasTouch: true, reducedMotion: "reduce" })
    ).newPage();
  const barista = new Barista(await open(1180, 820), stack, "barista@example.com");
  const display = new Display(await open(1920, 1080), stack, "display@example.com");
  const customer = new Customer(await open(390, 844), stack, "bench.live@example.com");
  await barista.open();
  await display.open();
  await customer.enter();
  return { customer, barista, display };
}

async function watchOrders(screens: Screens, stack: Stack) {
  const { customer, barista, display } = screens;
  const ana = await ApiUser.signIn(stack, barista.email);
  const seen = {
    "tap to the barista's card": [] as number[],
    "ready to the phone": [] as number[],
    "ready to the board": [] as number[],
  };
  for (let number = 1; number <= orders; number += 1) {
    if (number > 1) await enterAgain(customer);
    await customer.page.getByRole("radio", { name: /^Flat white/ }).check();
    await noteTouches(customer.page);
    const card = await whenPainted(barista.page, `article[aria-label="Order ${number}"]`);
    await customer.page.getByRole("button", { name: "Order", exact: true }).tap();
    const carded = await card();
    seen["tap to the barista's card"].push(carded - (await lastTouch(customer.page)));

    await customer.number();
    await noteTouches(barista.page);
    const phone = await whenPainted(customer.page, "h1", "is ready");
    const board = await whenPainted(display.page, '[aria-label="Ready"] li .numerals', `^${number}$`);
    await barista.ticket(number).getByRole("button", { name: "Complete", exact: true }).tap();
    const [onPhone, onBoard] = await Promise.all([phone(), board()]);
    const touched = await lastTouch(barista.page);
    seen["ready to the phone"].push(onPhone - touched);
    seen["ready to the board"].push(onBoard - touched);
    await ana.must("POST", `/orders/${orderIdOn(customer)}/collect`);
    await customer.page.getByText(/Enjoy it/).waitFor();
  }
  return seen;
}

async function roundTripMs(stack: Stack): Promise<number> {
  const times: number[] = [];
  while (times.length < orders) {
    const began = performance.now();
    await (await fetch(`${stack.awsUrl}/_local/health`)).text();
    times.push(performance.now() - began);
  }
  return percentile(times, 0.5);
}
