import type { Locator, Page } from "@playwright/test";
import { expect } from "./actors";

/** Seconds from being submitted to being ready, as an order itself tells them. */
export function waitOf({
  submittedAt,
  completedAt,
}: {
  submittedAt: string | null;
  completedAt: string | null;
}): number {
  return (Date.parse(completedAt ?? "") - Date.parse(submittedAt ?? "")) / 1000;
}

/** The wait that so many of a hundred did not exceed, reckoned the long way: the first one that is enough. */
export function percentile(waits: readonly number[], percent: number): number {
  const enough = (wait: number) =>
    waits.filter((each) => each <= wait).length * 100 >= percent * waits.length;
  return Math.round(Math.min(...waits.filter(enough)));
}

/** Seconds as the page shows them, `3:05`. */
export function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** The rows of a table of the numbers, cell by cell, once it is shown in its chart's place. */
export async function tableOf(page: Page, title: string): Promise<string[][]> {
  const section = page.getByRole("region", { name: title, exact: true });
  const chart = section.getByRole("button", { name: `${title}: show the table` });
  await expect(section.getByRole("button")).toBeVisible();
  if (await chart.isVisible()) await chart.click();
  const rows = section.getByRole("table").locator("tbody tr");
  await expect(rows.first()).toBeVisible();
  return Promise.all((await rows.all()).map(cellsOf));
}

async function cellsOf(row: Locator): Promise<string[]> {
  return row.locator("th, td").allInnerTexts();
}

/** The rows of one table of the file, without its name, waits as the page shows them. */
export function fileRows(file: string, table: string): string[][] {
  const rows = file
    .replace("\ufeff", "")
    .trim()
    .split("\r\n")
    .map((line) => line.split(","));
  return rows
    .filter(([name]) => name === table)
    .map(([, name = "", orders = "", ready = "", half = "", most = ""]) => [
      name,
      orders,
      ready === "" ? "0" : ready,
      ...[half, most].map((seconds) => (seconds === "" ? "–" : clock(Number(seconds)))),
    ]);
}
