import { type Browser, type BrowserContextOptions, expect, type Locator, type Page } from "@playwright/test";
import type { Stack } from "./stack";

interface SentEvent {
  readonly bus: string;
  readonly source: string;
  readonly type: string;
  readonly detail: string;
}

/** The console page of a stack in a browser context of its own. */
export class ConsolePage {
  /** What the browser complained about: refusals of the page's policy, errors of its scripts. */
  readonly complaints: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly stack: Stack,
  ) {
    page.on("pageerror", ({ message }) => this.complaints.push(message));
    page.on("console", (message) => {
      if (message.text().includes("Content Security Policy")) this.complaints.push(message.text());
    });
  }

  static async open(
    browser: Browser,
    stack: Stack,
    options: BrowserContextOptions = {},
  ): Promise<ConsolePage> {
    const context = await browser.newContext({ reducedMotion: "reduce", ...options });
    const opened = new ConsolePage(await context.newPage(), stack);
    await opened.go("");
    return opened;
  }

  close(): Promise<void> {
    return this.page.context().close();
  }

  /** @param hash `#/logs/…` */
  async go(hash: string): Promise<void> {
    await this.page.goto(`${this.stack.awsUrl}/${hash}`);
  }

  async room(name: string): Promise<void> {
    await this.page
      .getByRole("navigation", { name: "Services" })
      .getByRole("link", { name, exact: true })
      .click();
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole("button", { name, exact: typeof name === "string" });
  }

  field(label: string): Locator {
    return this.page.getByLabel(label, { exact: true });
  }

  event(type: string): Locator {
    return this.page
      .getByRole("region", { name: "The bus, live" })
      .getByRole("listitem")
      .filter({ hasText: type });
  }

  get executions(): Locator {
    return this.page.getByRole("region", { name: "Executions" }).getByRole("link");
  }

  async sendEvent(event: SentEvent): Promise<void> {
    await this.room("Events");
    await this.field("Event bus").selectOption(event.bus);
    await this.field("Source").fill(event.source);
    await this.field("Detail type").fill(event.type);
    await this.field("Detail").fill(event.detail);
    await this.button("Send event").click();
    await this.page.getByText(`Sent ${event.type}`).waitFor();
  }

  async query(table: string, partition: string, sort: string): Promise<void> {
    await this.room("Tables");
    await this.field("Table").selectOption(table);
    // Another table begins with a form of its own.
    await expect(async () => {
      await this.field("Operation").selectOption("query");
      await expect(this.field("SK")).toBeVisible({ timeout: 500 });
    }).toPass();
    await this.field("PK =").fill(partition);
    await this.field("SK").fill(sort);
    await this.button("Query").click();
  }

  /** @param text what each line of the answer holds */
  async logs(group: string, filter: string, text: string): Promise<void> {
    await this.room("Logs");
    await this.field("Log group").selectOption(group);
    await this.field("Filter pattern").fill(filter);
    const lines = this.page.locator(".lines > li");
    await expect(lines.filter({ hasText: text }).first()).toBeVisible();
    // Those of before it was typed are gone.
    await expect(lines.filter({ hasNotText: text })).toHaveCount(0);
  }

  /** The last event of a type, as the list of samples names it. */
  async sample(type: string): Promise<string> {
    const option = this.field("Sample event").getByRole("option").filter({ hasText: type }).first();
    return (await option.textContent()) ?? "";
  }
}
