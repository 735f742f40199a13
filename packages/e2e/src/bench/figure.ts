/** Something that was measured, beside what it may be and what this machine could do at best just then. */
export interface Figure {
  part: string;
  name: string;
  value: number;
  unit: string;
  /** Without one it only explains another figure. */
  budget?: Budget;
  /** The least that this machine needs, or the most that it does, measured in the same run. */
  floor?: { name: string; value: number };
  /** How many processes wanted a processor meanwhile, one minute's mean. */
  load?: number;
}

export type Budget = { atMost: number } | { atLeast: number };

/** Whether a figure is what it may be; one without a budget is. */
export function isKept({ value, budget }: Figure): boolean {
  if (budget === undefined) return true;
  if (!Number.isFinite(value)) return false;
  return "atMost" in budget ? value <= budget.atMost : value >= budget.atLeast;
}

/** One line of the report. */
export function describeFigure(figure: Figure): string {
  const { name, value, unit, budget, floor, load } = figure;
  const told = [
    `${isKept(figure) ? " " : "✗"} ${name.padEnd(44)} ${amount(value, unit).padStart(12)}`,
    budget && ("atMost" in budget ? `≤ ${amount(budget.atMost, unit)}` : `≥ ${amount(budget.atLeast, unit)}`),
    floor && `${floor.name} ${amount(floor.value, unit)}`,
    load !== undefined && `load ${load.toFixed(1)}`,
  ];
  return told.filter(Boolean).join("   ");
}

function amount(value: number, unit: string): string {
  if (unit === "$") return `$${value.toFixed(4)}`;
  const digits = Number.isInteger(value) ? 0 : decimals(value);
  return `${value.toFixed(digits)}${unit && ` ${unit}`}`;
}

function decimals(value: number): number {
  if (Math.abs(value) >= 100) return 0;
  return Math.abs(value) >= 1 ? 1 : 3;
}
