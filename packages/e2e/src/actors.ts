import { DescribeLogGroupsCommand, FilterLogEventsCommand } from "@aws-sdk/client-cloudwatch-logs";
import {
  type Browser,
  type BrowserContextOptions,
  test as base,
  devices,
  expect,
  type Page,
} from "@playwright/test";
import { awsClients } from "./aws-clients";
import { listen } from "./listen";
import { runStack } from "./run-stack";
import { shopCode } from "./shop-code";
import { Stack } from "./stack";

/** Somebody at a screen of their own. */
export class Actor {
  constructor(
    readonly page: Page,
    readonly stack: Stack,
    readonly email: string,
  ) {}

  /** Has a code sent from the sign-in page, and reads it in the e-mail. */
  async askForCode(): Promise<string> {
    const known = await this.stack.codesSentTo(this.email);
    await this.page.getByRole("textbox", { name: "E-mail", exact: true }).fill(this.email);
    await this.page.getByRole("button", { name: "Send code" }).click();
    return this.stack.codeFor(this.email, known);
  }

  async enterCode(code: string): Promise<void> {
    await this.page.getByRole("textbox", { name: "Code from the e-mail" }).fill(code);
    await this.page.getByRole("button", { name: "Sign in" }).click();
  }

  /** From the sign-in page to the screen behind it. */
  async signIn(): Promise<void> {
    await this.enterCode(await this.askForCode());
  }
}

export class Customer extends Actor {
  /** Comes in by the code that the shop shows now. */
  async enter(eventId = "default"): Promise<void> {
    const code = await shopCode(this.stack, eventId);
    await this.scan(`${this.stack.customerUrl}/?eventId=${eventId}&code=${code}`);
  }

  /** Opens what a camera reads off the shop's screen, and signs in; ends where a drink is chosen. */
  async scan(address: string): Promise<void> {
    await this.page.goto(address);
    await this.signIn();
    await expect(this.page.getByRole("button", { name: "Order", exact: true })).toBeVisible();
  }

  async order(drink: string, option?: string): Promise<number> {
    await this.page.getByRole("radio", { name: new RegExp(`^${drink}`) }).check();
    if (option) await this.page.getByRole("radio", { name: new RegExp(`^${option}`) }).check();
    await this.page.getByRole("button", { name: "Order", exact: true }).click();
    return this.number();
  }

  async number(): Promise<number> {
    const shown = this.page.getByTestId("order-number");
    await expect(shown).toHaveText(/\d+/);
    return Number((await shown.innerText()).replace(/\D/g, ""));
  }

  status(text: string | RegExp) {
    return this.page.getByRole("status").filter({ hasText: text });
  }
}

type Action = "Make" | "Complete" | "Collect" | "Recall" | "Undo" | "More";

export class Barista extends Actor {
  /** @param eventId the shop behind whose bar they stand */
  async open(eventId = "default"): Promise<void> {
    await this.page.goto(`${this.stack.baristaUrl}/?eventId=${eventId}`);
    await this.signIn();
    await this.isLive();
  }

  async isLive(): Promise<void> {
    await expect(this.page.getByRole("status").filter({ hasText: /^live/i })).toBeVisible();
  }

  ticket(number: number) {
    return this.page.getByRole("article", { name: `Order ${number}`, exact: true });
  }

  /** The place of a ticket that has just left. */
  gap(number: number) {
    return this.page.getByRole("group", { name: new RegExp(`^Order ${number}:`) });
  }

  async tap(number: number, action: Action, timeout = 15_000): Promise<void> {
    await this.ticket(number).getByRole("button", { name: action, exact: true }).click({ timeout });
  }

  async cancel(number: number, reason: string): Promise<void> {
    await this.tap(number, "More");
    await this.page.getByRole("dialog").getByRole("button", { name: reason }).click();
  }
}

export class Display extends Actor {
  /** @param query for example `?eventId=wall&theme=dark` */
  async open(query = ""): Promise<void> {
    await this.page.goto(`${this.stack.displayUrl}/${query}`);
    await this.signIn();
    await expect(this.page.getByRole("region", { name: "Preparing" })).toBeVisible();
  }

  /** What the picture of the code leads to. */
  async address(): Promise<string> {
    const link = this.page.getByRole("link", { name: "Order on this device" });
    return (await link.getAttribute("href")) ?? "";
  }

  shows(number: number, where: "Preparing" | "Ready") {
    const places = this.page.getByRole("region", { name: where }).getByRole("listitem");
    return places.getByText(String(number), { exact: true });
  }
}

const phone = devices["iPhone 13"];
const viewports = {
  customer: { viewport: phone.viewport, hasTouch: true, deviceScaleFactor: 2 },
  barista: { viewport: { width: 1180, height: 820 }, hasTouch: true },
  baristaDesktop: { viewport: { width: 1920, height: 1080 } },
  display: { viewport: { width: 1920, height: 1080 } },
} as const;

export interface BarDevice {
  /** Behind the bar stands a 24-inch screen with a mouse, no tablet. */
  desktop: boolean;
}

interface Actors {
  customer: Customer;
  otherCustomer: Customer;
  barista: Barista;
  otherBarista: Barista;
  display: Display;
  complaints: undefined;
}

interface Screen {
  stack: Stack;
  browser: Browser;
  colorScheme: BrowserContextOptions["colorScheme"];
}

/** Opens a page in a browser context of its own, which is listened to until it closes. */
async function withPage(
  { stack, browser, colorScheme }: Screen,
  kind: keyof typeof viewports,
  use: (page: Page) => Promise<void>,
): Promise<void> {
  // Without a graphics card three moving screens would keep both cores busy.
  const context = await browser.newContext({ ...viewports[kind], colorScheme, reducedMotion: "reduce" });
  const heard = listen(context, stack);
  await use(await context.newPage());
  await heard();
  await context.close();
}

/** What the functions of a stack complained about. */
async function complaintsOf(stack: Stack): Promise<string> {
  const { logs } = awsClients(stack);
  const { logGroups = [] } = await logs.send(
    new DescribeLogGroupsCommand({ logGroupNamePrefix: "/aws/lambda/" }),
  );
  const found = logGroups.map(async ({ logGroupName }) => {
    const search = { logGroupName, filterPattern: '{ $.level = "error" || $.level = "warn" }' };
    const { events = [] } = await logs.send(new FilterLogEventsCommand(search));
    return events.map((event) => `${logGroupName} ${event.message}`);
  });
  return (await Promise.all(found)).flat().join("\n");
}

/** Tests with people in them: each has a browser context of its own against the worker's own stack. */
export const test = base.extend<Actors & BarDevice, { stack: Stack }>({
  desktop: [false, { option: true }],
  stack: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs off this pattern
    async ({}, use, worker) => {
      await runStack(new Stack(worker.parallelIndex * 10), use);
    },
    { scope: "worker", timeout: 120_000 },
  ],
  complaints: [
    async ({ stack }, use, info) => {
      await use(undefined);
      if (info.status === info.expectedStatus) return;
      await info.attach("terminal", { body: stack.output });
      await info.attach("functions", { body: await complaintsOf(stack) });
    },
    { auto: true },
  ],
  customer: ({ browser, stack, colorScheme }, use, info) =>
    withPage({ browser, stack, colorScheme }, "customer", (page) =>
      use(new Customer(page, stack, `ada.${info.testId}.${info.retry}@example.com`)),
    ),
  otherCustomer: ({ browser, stack, colorScheme }, use, info) =>
    withPage({ browser, stack, colorScheme }, "customer", (page) =>
      use(new Customer(page, stack, `bob.${info.testId}.${info.retry}@example.com`)),
    ),
  barista: ({ browser, stack, colorScheme, desktop }, use) =>
    withPage({ browser, stack, colorScheme }, desktop ? "baristaDesktop" : "barista", (page) =>
      use(new Barista(page, stack, "barista@example.com")),
    ),
  otherBarista: ({ browser, stack, colorScheme, desktop }, use) =>
    withPage({ browser, stack, colorScheme }, desktop ? "baristaDesktop" : "barista", (page) =>
      use(new Barista(page, stack, "ben@example.com")),
    ),
  display: ({ browser, stack, colorScheme }, use) =>
    withPage({ browser, stack, colorScheme }, "display", (page) =>
      use(new Display(page, stack, "display@example.com")),
    ),
});

export { expect };
