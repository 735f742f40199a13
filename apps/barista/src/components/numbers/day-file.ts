import type { DayRows, FigureRow } from "./day-rows";

const head = ["table", "name", "orders", "ready", "half within seconds", "nine of ten within seconds"];

/** The figures of a day's page as comma-separated values. */
export function dayFile({ all, hours, drinks, endings }: DayRows): string {
  const lines = [
    head,
    ...[all].map((row) => line("day", row)),
    ...hours.map((row) => line("hour", row)),
    ...drinks.map((row) => line("drink", row)),
    ...endings.map((row) => line("without a drink", row)),
  ];
  return lines.map((cells) => `${cells.map(quoted).join(",")}\r\n`).join("");
}

function line(table: string, { name, orders, wait }: FigureRow): string[] {
  const figures = [orders, wait?.count, wait?.p50Seconds, wait?.p90Seconds];
  return [table, name, ...figures.map((figure) => String(figure ?? ""))];
}

/** Some names are what people typed: a spreadsheet must not take one for a formula. */
function quoted(cell: string): string {
  const harmless = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

const keptMs = 60_000;

/** Hands the browser a file to keep. */
export function keepFile(name: string, text: string): void {
  // Spreadsheets take a file without the mark for one of another century.
  const address = URL.createObjectURL(new Blob(["\ufeff", text], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // Safari begins to read it later than at once.
  setTimeout(() => URL.revokeObjectURL(address), keptMs);
}
