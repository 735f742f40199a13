import { expect, type Page } from "@playwright/test";

/** Looks at a screen in one of its states: takes its picture, tries it with axe. */
export type See = (screen: string) => Promise<void>;

/** Waits for the page that has this heading. */
export async function heading(page: Page, name: string | RegExp): Promise<void> {
  await expect(page.getByRole("heading", { name, exact: typeof name === "string" })).toBeVisible();
}
