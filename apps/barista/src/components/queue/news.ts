import type { Ticket } from "@serverlesspresso/contracts/order";

/** What others have done between two looks at the queue. */
export interface News {
  /** Came in, or was put back. */
  fresh: Ticket[];
  taken: Ticket[];
  ready: Ticket[];
  /** Collected, cancelled, expired: no longer here. */
  gone: Ticket[];
}

/** @param own ids of orders to which this viewer has done something meanwhile: no news to them */
export function newsBetween(
  before: readonly Ticket[],
  now: readonly Ticket[],
  sub: string,
  own: ReadonlySet<string> = new Set(),
): News {
  const known = new Map(before.map((ticket) => [ticket.id, ticket]));
  const here = new Set(now.map(({ id }) => id));
  const news: News = { fresh: [], taken: [], ready: [], gone: [] };
  for (const ticket of now) {
    const earlier = known.get(ticket.id);
    if (own.has(ticket.id) || (earlier && earlier.state === ticket.state)) continue;
    if (ticket.state === "SUBMITTED") news.fresh.push(ticket);
    if (ticket.baristaUserId === sub) continue;
    if (ticket.state === "MAKING") news.taken.push(ticket);
    if (ticket.state === "COMPLETED") news.ready.push(ticket);
  }
  news.gone = before.filter(({ id }) => !here.has(id) && !own.has(id));
  return news;
}

/** How much has happened: "3 new, 1 taken by Ben, 2 gone"; null if nothing. */
export function countNews({ fresh, taken, ready, gone }: News): string | null {
  const parts = [
    fresh.length > 0 && `${fresh.length} new`,
    ...byName(taken).map(([name, tickets]) => `${tickets.length} taken by ${name}`),
    ready.length > 0 && `${ready.length} ready`,
    gone.length > 0 && `${gone.length} gone`,
  ].filter((part) => part !== false);
  return parts.length > 0 ? parts.join(", ") : null;
}

/** The same with the numbers, to be read out: "New: 43, 44. Ben has 42. Ready: 41. Gone: 40." */
export function tellNews({ fresh, taken, ready, gone }: News): string {
  return [
    fresh.length > 0 && `New: ${numbers(fresh)}.`,
    ...byName(taken).map(([name, tickets]) => `${name} has ${numbers(tickets)}.`),
    ready.length > 0 && `Ready: ${numbers(ready)}.`,
    gone.length > 0 && `Gone: ${numbers(gone)}.`,
  ]
    .filter((part) => part !== false)
    .join(" ");
}

function numbers(tickets: readonly Ticket[]): string {
  return tickets.map(({ number }) => number).join(", ");
}

function byName(tickets: readonly Ticket[]): [string, Ticket[]][] {
  const names = new Map<string, Ticket[]>();
  for (const ticket of tickets) {
    const name = ticket.baristaName ?? "somebody";
    names.set(name, [...(names.get(name) ?? []), ticket]);
  }
  return [...names];
}
