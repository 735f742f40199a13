import { shopChannelReaders } from "@serverlesspresso/contracts/live";
import { rolesIn } from "@serverlesspresso/contracts/role";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";

vi.mock("@aws-appsync/utils", () => ({
  util: { unauthorized: refuse, error: refuse },
  runtime: {
    earlyReturn: () => {
      throw new EarlyReturn();
    },
  },
}));
vi.mock("@aws-appsync/utils/dynamodb", () => ({ get: (asked: unknown) => asked }));

class EarlyReturn extends Error {}
class Refusal extends Error {}

function refuse(): never {
  throw new Refusal();
}

const Handler = z.custom<(context: object) => unknown>((value) => typeof value === "function");
const Shop = z.object({ onSubscribe: z.object({ request: Handler, response: Handler }) });
const Customer = z.object({ onSubscribe: Handler });

/** The very files that are deployed: AppSync's JavaScript, which no type-checker knows. */
let shop: z.infer<typeof Shop>["onSubscribe"];
let customer: z.infer<typeof Customer>["onSubscribe"];
beforeAll(async () => {
  const load = (path: string): Promise<unknown> => import(path);
  shop = Shop.parse(await load("./shop.js")).onSubscribe;
  customer = Customer.parse(await load("./customer.js")).onSubscribe;
});

const issuedAt = 1_000;

/** What becomes of Ana's subscription; `lookedUp` is what the table answers. */
function subscribe(
  path: string,
  groups: readonly string[] | null,
  lookedUp: { result?: { revokedAt: number } | null; error?: object } = { result: null },
  token_use = "access",
): "in" | "refused" {
  const identity = { sub: "ana", groups, claims: { iat: issuedAt, token_use } };
  const segments = path.split("/").filter(Boolean);
  const context = { identity, info: { channel: { path, segments } } };
  try {
    if (segments[0] === "customer") {
      customer(context);
    } else {
      const asked = shop.request(context);
      expect(asked).toEqual({ key: { PK: "revoked#ana" }, consistentRead: true });
      shop.response({ ...context, ...lookedUp });
    }
    return "in";
  } catch (error) {
    if (error instanceof EarlyReturn) return "in";
    if (error instanceof Refusal) return "refused";
    throw error;
  }
}

describe("a channel of a shop", () => {
  const groupsOfPeople = [
    null,
    ...["barista", "manager", "display"].flatMap((role) =>
      ["", "-default", "-park"].map((shop) => [`${role}${shop}`]),
    ),
    ["display-default", "manager-park"],
    ["barista", "manager", "display"],
    ["owner", "barista-", "-default", "default"],
  ];
  const cells = Object.entries(shopChannelReaders).flatMap(([kind, readers]) =>
    ["default", "park"].flatMap((eventId) =>
      groupsOfPeople.map((groups) => ({ channel: `/shop/${eventId}/${kind}`, eventId, groups, readers })),
    ),
  );

  it.each(cells)(
    "$channel is as the contract says for groups $groups",
    ({ channel, eventId, groups, readers }) => {
      const roles = rolesIn(eventId, groups ?? []);
      const isReader = readers.some((role) => roles.has(role));
      expect(subscribe(channel, groups)).toBe(isReader ? "in" : "refused");
    },
  );

  it.each([
    "/shop/default/*",
    "/shop/*",
    "/shop/*/queue",
    "/shop/default",
    "/shop/default/queue/more",
    "/shop/default/orders",
    "/shop/default/constructor",
  ])("is never %s", (channel) => {
    expect(subscribe(channel, ["barista", "manager", "display"])).toBe("refused");
  });
});

describe("somebody who was removed", () => {
  it.each(["queue", "board"])("is refused on the %s with a token from before", (kind) => {
    for (const revokedAt of [issuedAt * 1000, issuedAt * 1000 + 1, issuedAt * 2000]) {
      expect(subscribe(`/shop/default/${kind}`, ["barista"], { result: { revokedAt } })).toBe("refused");
    }
  });

  it("is let in with a token from after, once they are staff again", () => {
    const result = { revokedAt: issuedAt * 1000 - 1 };
    expect(subscribe("/shop/default/queue", ["barista"], { result })).toBe("in");
  });

  it("hears the shop's status as everybody does, without anything being looked up", () => {
    const result = { revokedAt: issuedAt * 2000 };
    expect(subscribe("/shop/default/status", ["barista"], { result })).toBe("in");
  });
});

describe("a customer's channel", () => {
  it("is theirs alone, whatever else they are", () => {
    expect(subscribe("/customer/ana", null)).toBe("in");
    for (const path of ["/customer/ben", "/customer/*", "/customer", "/customer/ana/more"]) {
      expect([path, subscribe(path, ["manager"])]).toEqual([path, "refused"]);
    }
  });
});

it("nobody is let in on the word of a table that could not be asked", () => {
  const error = { type: "DynamoDB:ProvisionedThroughputExceededException" };
  expect(subscribe("/shop/default/queue", ["barista"], { result: null, error })).toBe("refused");
});

it.each(["/shop/default/queue", "/shop/default/status", "/customer/ana"])(
  "%s is refused to an ID token",
  (path) => {
    expect(subscribe(path, ["manager"])).toBe("in");
    expect(subscribe(path, ["manager"], undefined, "id")).toBe("refused");
  },
);
