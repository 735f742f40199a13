/** One way to show an order: how big its number is, and what its cell needs besides, in multiples of that. */
export interface CellStyle {
  /** Size of type in multiples of the display's unit. */
  size: number;
  extraWidth: number;
  extraHeight: number;
  /** What is shown of the drink: its cup beside the number, its name below. */
  shows: "number" | "cup" | "cup and name";
  /** How wide the cup is, in multiples of the size of type. */
  cup: number;
}

/** The same without drinks: there the numbers take their room. */
export function numberOnly(style: CellStyle): CellStyle {
  return { ...style, extraWidth: 0.2, extraHeight: 0.3, shows: "number", cup: 0 };
}

/** The room for numbers in CSS pixels. */
export interface GridRoom {
  width: number;
  height: number;
  unit: number;
  /** The widest number of the grid, in digits. */
  digits: number;
}

export interface BoardGrid {
  style: CellStyle;
  columns: number;
  rows: number;
  perPage: number;
}

/** Tabular figures of the display face are this wide and high, in multiples of the size of type. */
export const figure = { width: 0.565, height: 0.667 };

function gridAt(style: CellStyle, room: GridRoom): BoardGrid {
  const size = style.size * room.unit;
  const columns = Math.floor(room.width / (size * (room.digits * figure.width + style.extraWidth)));
  const rows = Math.floor(room.height / (size * (figure.height + style.extraHeight)));
  const whole = { columns: Math.max(1, columns), rows: Math.max(1, rows) };
  return { style, ...whole, perPage: columns * rows < 1 ? 0 : columns * rows };
}

/** The first of `styles`, biggest first, in which `count` places fit on one page; the last, and pages, if none. */
export function fitGrid(
  count: number,
  room: GridRoom,
  styles: readonly [CellStyle, ...CellStyle[]],
): BoardGrid {
  const needed = Math.max(1, count);
  const fitting = styles.map((style) => gridAt(style, room)).find((grid) => grid.perPage >= needed);
  if (fitting) return fitting;
  const smallest = gridAt(styles.at(-1) ?? styles[0], room);
  return { ...smallest, perPage: Math.max(1, smallest.perPage) };
}

export interface Page {
  index: number;
  count: number;
}

/** Which page shows at `now` (ms), each for `turnSeconds`. */
export function pageAt(now: number, places: number, perPage: number, turnSeconds: number): Page {
  const count = Math.max(1, Math.ceil(places / perPage));
  return { index: Math.floor(now / 1000 / turnSeconds) % count, count };
}
