import { isFinal } from "@serverlesspresso/contracts/order-state";
import { both, checkEach, type Invariant, unless } from "./invariant";

/** Who may come in, and what they take and give back. */
export const invariantsOfPlaces: readonly Invariant[] = [
  {
    id: "I3",
    says: "places and code uses never exceed their limit, and each is used or given back",
    check: ({ places, shop, codes, rows }) => {
      const { maxOrdersInQueue, drinksPerCode, inFlight } = shop;
      const holders = new Map(codes.map(({ code, orders }) => [code, new Set(orders)]));
      return both(
        checkEach(places, (taken) =>
          unless(taken <= maxOrdersInQueue, `${taken} of ${maxOrdersInQueue} places`),
        ),
        checkEach(codes, ({ code, orders }) =>
          unless(
            orders.length <= drinksPerCode,
            `${orders.length} of ${drinksPerCode} places on code ${code}`,
          ),
        ),
        checkEach(rows, ({ SK, code, ORDERSTATE, execution }) => {
          const isDone = isFinal(ORDERSTATE) || ORDERSTATE === "COMPLETED";
          const hasGone = ORDERSTATE === "CANCELLED" || ORDERSTATE === "EXPIRED";
          const holds = code !== undefined && holders.get(code)?.has(SK) === true;
          const isForeign =
            inFlight[SK] !== undefined && execution !== undefined && inFlight[SK] !== execution;
          return [
            ...unless(!isDone || inFlight[SK] === undefined, `${SK} is ${ORDERSTATE} and keeps its place`),
            ...unless(!isForeign, `the place of ${SK} is another execution's`),
            ...unless(
              code === undefined || holds !== hasGone,
              `${SK} is ${ORDERSTATE}, on its code: ${holds}`,
            ),
          ];
        }),
      );
    },
  },
  {
    id: "I12",
    says: "a closed shop admits nothing and finishes everything",
    check: ({ closures, rows }) => {
      const shut = closures.flatMap((closure) => rows.map((row) => ({ ...closure, row })));
      const begun = shut.filter(({ from, until, row }) => row.createdAt >= from && row.createdAt < until);
      const open = shut.filter(({ from, row: { history, closedAt } }) => {
        const admitted = history.find(({ state }) => state === "CREATED")?.at ?? Number.POSITIVE_INFINITY;
        return admitted < from && (closedAt ?? from) >= from;
      });
      return both(
        checkEach(begun, ({ row: { SK, history }, until }) => {
          const admitted = history.find(({ state }) => state === "CREATED");
          return unless(
            admitted === undefined || admitted.at >= until,
            `${SK} was admitted by a closed shop`,
          );
        }),
        checkEach(open, ({ row: { SK, cause } }) =>
          unless(
            cause !== "closed" && cause !== "paused",
            `${SK} had its place, and was turned away all the same`,
          ),
        ),
      );
    },
  },
];
