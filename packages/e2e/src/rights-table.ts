import { channels } from "@serverlesspresso/contracts/live";

/** Who has a token that counts. Staff "elsewhere" work in another shop only. */
export const people = [
  "customer",
  "otherCustomer",
  "barista",
  "otherBarista",
  "manager",
  "display",
  "baristaElsewhere",
  "managerElsewhere",
] as const;
export type Person = (typeof people)[number];

/** Who has none. */
export const strangers = ["nobody", "expired", "idToken", "otherPool", "unsigned", "revoked"] as const;
export type Stranger = (typeof strangers)[number];
export type Role = Person | Stranger;

/** What a request or a subscription is about. */
export interface Subject {
  /** An order of `customer` that has ended: no command can change it any more. */
  orderId: string;
  /** The ids of the customer, of the manager, and of whoever asks. */
  customer: string;
  manager: string;
  self: string;
}

interface Row<What> {
  ask: (subject: Subject) => What;
  /** By DESIGN 3 and 4: who gets what. */
  gets: Partial<Record<Role, string>>;
  /** What all others get whose token counts. */
  otherwise: string;
}

const espresso = { drink: "espresso", modifiers: [] };
const limits = {
  maxOrdersInQueue: 1,
  customerPatienceSeconds: 900,
  baristaPatienceSeconds: 900,
  collectionPatienceSeconds: 600,
  maxExtensions: 2,
  ageingAfterSeconds: 120,
  lateAfterSeconds: 240,
  maxOrdersPerUser: 1,
  codeWindowSeconds: 300,
  drinksPerCode: 1,
};
const closed = { status: "closed", message: "Taken over", reopensAt: null, lastOrdersAt: null, limits };

const allOf = (cell: string, ...who: Role[]): Partial<Record<Role, string>> =>
  Object.fromEntries(who.map((role) => [role, cell]));
const baristas = ["barista", "otherBarista", "manager"] as const;

function command(name: string, who: readonly Person[], otherwise: string): Row<Request> {
  const ask = ({ orderId }: Subject) => ({ path: `/orders/${orderId}/${name}`, body: { reason: "Tried" } });
  return { ask, gets: allOf("409 order_conflict", ...who), otherwise };
}

interface Request {
  path: string;
  body?: object;
  headers?: Record<string, string>;
}

const everybody = { gets: allOf("200", ...strangers), otherwise: "200" };

/** Every route; whatever may be done at all is asked for in a way that changes nothing. */
export const routes: Record<string, Row<Request>> = {
  "GET /openapi.json": { ask: () => ({ path: "/openapi.json" }), ...everybody },
  "GET /shop": { ask: () => ({ path: "/shop" }), ...everybody },
  "PUT /shop": {
    ask: () => ({ path: "/shop", body: closed, headers: { "if-match": '"0"' } }),
    gets: allOf("412 edit_stale", "manager"),
    otherwise: "403 forbidden",
  },
  "PATCH /menu/{drink}": {
    ask: () => ({ path: "/menu/tea", body: { available: false } }),
    gets: allOf("422 drink_unknown", ...baristas),
    otherwise: "403 forbidden",
  },
  "GET /menu/draft": {
    ask: () => ({ path: "/menu/draft" }),
    gets: allOf("200", "manager"),
    otherwise: "403 forbidden",
  },
  "PUT /menu/draft": {
    ask: () => ({ path: "/menu/draft", body: { drinks: [] }, headers: { "if-match": '"999"' } }),
    gets: allOf("412 edit_stale", "manager"),
    otherwise: "403 forbidden",
  },
  "POST /menu/publish": {
    ask: () => ({ path: "/menu/publish", headers: { "if-match": '"999"' } }),
    gets: allOf("412 edit_stale", "manager"),
    otherwise: "403 forbidden",
  },
  "GET /line": { ask: () => ({ path: "/line" }), gets: {}, otherwise: "200" },
  "GET /qr-code": {
    ask: () => ({ path: "/qr-code" }),
    gets: allOf("200", "display", "manager"),
    otherwise: "403 forbidden",
  },
  "POST /qr-code": {
    ask: () => ({ path: "/qr-code", body: { code: "ESPRESSO" } }),
    gets: {},
    otherwise: "404 code_unknown",
  },
  "GET /orders": {
    ask: () => ({ path: "/orders?state=open" }),
    gets: allOf("200", "display", ...baristas),
    otherwise: "403 forbidden",
  },
  // A shop that there is not has no order begun in it.
  "POST /orders": {
    ask: () => ({ path: "/orders?eventId=nowhere" }),
    gets: allOf("404 not_found", ...baristas),
    otherwise: "403 forbidden",
  },
  "GET /orders/{id}": {
    ask: ({ orderId }) => ({ path: `/orders/${orderId}` }),
    gets: allOf("200", "customer", ...baristas),
    otherwise: "404 order_not_found",
  },
  "GET /orders/{id}/journey": {
    ask: ({ orderId }) => ({ path: `/orders/${orderId}/journey` }),
    gets: allOf("200", "customer", ...baristas),
    otherwise: "404 order_not_found",
  },
  "PUT /orders/{id}": {
    ask: ({ orderId }) => ({ path: `/orders/${orderId}`, body: espresso }),
    gets: allOf("409 order_conflict", "customer", ...baristas),
    otherwise: "404 order_not_found",
  },
  "POST /orders/{id}/extend": command("extend", ["customer"], "404 order_not_found"),
  "POST /orders/{id}/cancel": command("cancel", ["customer", ...baristas], "404 order_not_found"),
  "POST /orders/{id}/make": command("make", baristas, "403 forbidden"),
  "POST /orders/{id}/unmake": command("unmake", baristas, "403 forbidden"),
  "POST /orders/{id}/complete": command("complete", baristas, "403 forbidden"),
  "POST /orders/{id}/recall": command("recall", baristas, "403 forbidden"),
  "POST /orders/{id}/collect": command("collect", baristas, "403 forbidden"),
  "GET /stats": {
    ask: () => ({ path: "/stats" }),
    gets: allOf("200", ...baristas),
    otherwise: "403 forbidden",
  },
  "GET /myOrders": { ask: () => ({ path: "/myOrders" }), gets: {}, otherwise: "200" },
  // Everybody may leave; a shop that cannot be keeps them from it here.
  "DELETE /me": { ask: () => ({ path: "/me?eventId=!" }), gets: {}, otherwise: "400 invalid_request" },
  "GET /staff": {
    ask: () => ({ path: "/staff" }),
    gets: allOf("200", "manager"),
    otherwise: "403 forbidden",
  },
  "POST /staff": {
    ask: () => ({
      path: "/staff",
      body: { email: "manager@example.com", name: "Marta", role: "barista" },
    }),
    gets: allOf("409 member_protected", "manager"),
    otherwise: "403 forbidden",
  },
  "DELETE /staff/{id}": {
    ask: ({ manager }) => ({ path: `/staff/${manager}` }),
    gets: allOf("409 member_protected", "manager"),
    otherwise: "403 forbidden",
  },
};

const subscribed = "subscribed";
const refused = "UnauthorizedException";
// Whoever was removed still has what every customer has.
const everyCustomer = { gets: allOf(subscribed, "revoked"), otherwise: subscribed };

/** Every kind of channel, and what is none. */
export const liveChannels: Record<string, Row<string>> = {
  queue: {
    ask: () => channels.queue("default"),
    gets: allOf(subscribed, ...baristas),
    otherwise: refused,
  },
  board: {
    ask: () => channels.board("default"),
    gets: allOf(subscribed, "display", ...baristas),
    otherwise: refused,
  },
  status: { ask: () => channels.status("default"), ...everyCustomer },
  "queue elsewhere": {
    ask: () => channels.queue("other"),
    gets: allOf(subscribed, "baristaElsewhere", "managerElsewhere", ...baristas),
    otherwise: refused,
  },
  "board elsewhere": {
    ask: () => channels.board("other"),
    gets: allOf(subscribed, "baristaElsewhere", "managerElsewhere", "display", ...baristas),
    otherwise: refused,
  },
  "status elsewhere": { ask: () => channels.status("other"), ...everyCustomer },
  "one's own": { ask: ({ self }) => channels.customer(self), ...everyCustomer },
  "the customer's": {
    ask: ({ customer }) => channels.customer(customer),
    gets: allOf(subscribed, "customer"),
    otherwise: refused,
  },
  "every customer's": { ask: () => "/customer/*", gets: {}, otherwise: refused },
  "all of a shop's": { ask: () => "/shop/default/*", gets: {}, otherwise: refused },
  "all shops'": { ask: () => "/shop/*", gets: {}, otherwise: refused },
  "a shop's, of no kind": { ask: () => "/shop/default/staff", gets: {}, otherwise: refused },
};

/** The cells of one role; whoever has no token that counts is `unknown` wherever the table does not say more. */
export function cellsOf<What>(
  table: Record<string, Row<What>>,
  role: Role,
  unknown: string,
): Record<string, string> {
  const isStranger = strangers.some((each) => each === role);
  return Object.fromEntries(
    Object.entries(table).map(([name, { gets, otherwise }]) => [
      name,
      gets[role] ?? (isStranger ? unknown : otherwise),
    ]),
  );
}
