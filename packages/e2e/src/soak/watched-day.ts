import type { ServedOrder } from "./served-day";
import type { Board } from "./watched-board";

/** From when to when (epoch ms of the shop) the screen could not know. */
export interface Outage {
  from: number;
  until: number;
}

const columns = ["Preparing", "Ready"] as const;
/** What stood for so long, while the screen could know, has been seen: every page of a full board has turned. */
const seenWithinMs = 20_000;
/** What has happened is on the screen by then. */
const toldWithinMs = 12_000;
/** After an outage the screen is right again by then. */
const rightAgainMs = 30_000;

/** A day of the board, held against what became of its orders. */
export class WatchedDay {
  readonly outages: Outage[] = [];
  readonly faults = new Set<string>();
  mostShown = 0;
  mostElsewhere = 0;
  compared = 0;
  readonly #seen = { Preparing: new Set<number>(), Ready: new Set<number>() };

  constructor(private readonly orders: readonly ServedOrder[]) {}

  see(board: Board): void {
    for (const column of columns) {
      const { numbers, told } = board[column];
      for (const number of numbers) this.#seen[column].add(number);
      this.mostShown = Math.max(this.mostShown, numbers.length);
      this.mostElsewhere = Math.max(this.mostElsewhere, told - numbers.length);
    }
  }

  /** Whether the screen has to be right. */
  canKnow(now: number): boolean {
    return this.outages.every(({ from, until }) => now < from || now > until + rightAgainMs);
  }

  /** What is wrong on the board now, if nothing has happened for long enough. */
  compare(board: Board, now: number): void {
    if (!this.canKnow(now)) return;
    const ended = (order: ServedOrder) => order.endedAt !== null && now - order.endedAt > toldWithinMs;
    for (const { number } of this.orders.filter(ended))
      for (const column of columns)
        if (board[column].numbers.includes(number)) this.faults.add(`${number} stays under ${column}.`);
    const times = this.orders.flatMap((order) => [order.submittedAt, order.completedAt, order.endedAt]);
    if (now - Math.max(0, ...times.filter((time) => time !== null)) < toldWithinMs) return;
    this.compared += 1;
    const wrong = this.wrongIn(board);
    if (wrong) this.faults.add(wrong);
  }

  /** How many orders the heads of the columns tell of, if it is not how many there are. */
  wrongIn({ Preparing, Ready }: Board): string | null {
    const open = this.orders.filter(({ endedAt }) => endedAt === null);
    const ready = open.filter(({ completedAt }) => completedAt !== null).length;
    if (Preparing.told === open.length - ready && Ready.told === ready) return null;
    return `The board told of ${Preparing.told} and ${Ready.told} instead of ${open.length - ready} and ${ready}.`;
  }

  /** What was never shown, at the end of the day. */
  missed(): string[] {
    return columns.flatMap((column) => {
      const missed = this.orders.filter(
        (order) => !this.#seen[column].has(order.number) && this.#stood(order, column) >= seenWithinMs,
      );
      return missed.map(({ number }) => `${number} was never under ${column}.`);
    });
  }

  /** For how long an order stood in a column while the screen could know. */
  #stood({ submittedAt, completedAt, endedAt }: ServedOrder, column: (typeof columns)[number]): number {
    const [from, until] =
      column === "Preparing" ? [submittedAt, completedAt ?? endedAt] : [completedAt, endedAt];
    if (from === null || until === null) return 0;
    const unknown = this.outages.map((outage) => {
      const [began, ended] = [Math.max(from, outage.from), Math.min(until, outage.until + rightAgainMs)];
      return Math.max(0, ended - began);
    });
    return until - from - unknown.reduce((sum, ms) => sum + ms, 0);
  }
}
