import { canMove, isFinal, moves, type OrderMove } from "@serverlesspresso/contracts/order-state";
import { explainOrder } from "./explain-order";
import { both, checkEach, groupBy, type Invariant, unless } from "./invariant";
import type { OrderItem } from "./tables";

const moveNames = Object.keys(moves) as OrderMove[]; // a Record's keys are its type
const keysKept = 20;

/** A minute past its time the sweeper decides, and it comes once a minute. */
const clockLateMs = 120_000;

/** What an order's own row tells, and what its clients saw of it. */
export const invariantsOfRows: readonly Invariant[] = [
  {
    id: "I1",
    says: "a command has at most one effect",
    check: ({ rows }) =>
      checkEach(rows, ({ SK, keys, history }) => {
        const intentions = keys.map(({ key }) => key);
        const byPeople = history.slice(1).filter(({ by }) => by === "customer" || by === "barista").length;
        const isCounted = keys.length === Math.min(byPeople, keysKept);
        return [
          ...unless(new Set(intentions).size === keys.length, `${SK} knows one intention twice`),
          ...unless(isCounted, `${SK} took ${byPeople} steps by ${keys.length} commands`),
        ];
      }),
  },
  {
    id: "I2",
    says: "one basket is one order with one number",
    check: ({ redeemed, rows, histories }) => {
      const entered = checkEach(redeemed, ({ key, orderIds }) =>
        unless(new Set(orderIds).size <= 1, `${key} began ${orderIds.join(" and ")}`),
      );
      const numbered = checkEach(histories, ({ orderId, calls }) => {
        const told = calls.flatMap(({ answered }) => ("order" in answered && answered.order?.number) || []);
        return unless(new Set(told).size <= 1, `${orderId} had the numbers ${[...new Set(told)].join()}`);
      });
      const submitted = checkEach(rows, ({ SK, orderNumber, submittedAt, history }) => {
        const submits = history.filter(({ message }) => message.startsWith("Number ")).length;
        const hasNumber = (orderNumber !== undefined) === (submittedAt !== undefined);
        return [
          ...unless(hasNumber && submits <= 1, `${SK} was submitted ${submits} times, number ${orderNumber}`),
        ];
      });
      return both(entered, numbered, submitted);
    },
  },
  {
    id: "I4",
    says: "numbers are unique a shop and day",
    check: ({ rows }) => {
      const numbered = rows.filter(({ orderNumber }) => orderNumber !== undefined);
      const groups = groupBy(numbered, ({ eventId, day, orderNumber }) => `${eventId} ${day} ${orderNumber}`);
      return checkEach([...groups], ([number, orders]) =>
        unless(orders.length === 1, `${number} is the number of ${orders.map(({ SK }) => SK).join(" and ")}`),
      );
    },
  },
  {
    id: "I5",
    says: "only legal moves; what has ended stays so",
    check: ({ rows }) => checkEach(rows, illegalStepsOf),
  },
  {
    id: "I6",
    says: "one claimer at a time, and one order of everything that explains what each client saw",
    check: ({ rows, histories, shop: { maxExtensions }, losesWriteAnswers }) => {
      const byId = new Map(rows.map((row) => [row.SK, row]));
      return checkEach(histories, (history) => {
        const row = byId.get(history.orderId);
        if (row === undefined) return [`${history.orderId} has no row`];
        const wrong = explainOrder(history, row, { maxExtensions, losesWriteAnswers });
        return wrong === null ? [] : [wrong];
      });
    },
  },
  {
    id: "I10",
    says: "no order waits without a live clock",
    check: ({ rows, waiting, lasted }) => {
      const endless = ({ SK, ORDERSTATE, due, DUE }: OrderItem, since: number) =>
        unless(
          DUE === "due" && due !== undefined && due > since,
          `${SK} is ${ORDERSTATE} with nobody to end it: due ${due}, not before ${since}`,
        );
      const left = rows.filter(({ ORDERSTATE }) => !isFinal(ORDERSTATE));
      return both(
        // Of one that is overdue while all goes on, the clock may be about to take care.
        checkEach(waiting, (row) => endless(row, row.createdAt)),
        checkEach(left, (row) => endless(row, lasted.until - clockLateMs)),
      );
    },
  },
  {
    id: "I17",
    says: "a client's clock decides nothing",
    check: ({ rows, lasted }) =>
      checkEach(rows, ({ SK, history }) =>
        history.flatMap(({ at }, index) => {
          const before = history[index - 1]?.at ?? lasted.from;
          return unless(
            at >= before && at <= lasted.until,
            `${SK} has a step at ${at}, after one at ${before}`,
          );
        }),
      ),
  },
];

function illegalStepsOf({ SK, history, version, ORDERSTATE }: OrderItem): string[] {
  const steps = history.flatMap((step, index) => {
    const before = history[index - 1];
    if (before === undefined) return unless(step.version === 1, `${SK} began at version ${step.version}`);
    const isLegal = moveNames.some((move) => canMove(move, before.state) && moves[move].to === step.state);
    return [
      ...unless(isLegal && !isFinal(before.state), `${SK} went from ${before.state} to ${step.state}`),
      ...unless(
        step.version === before.version + 1,
        `${SK} has version ${step.version} after ${before.version}`,
      ),
    ];
  });
  const last = history.at(-1);
  return [
    ...steps,
    ...unless(last?.version === version && last.state === ORDERSTATE, `${SK}'s journey ends elsewhere`),
  ];
}
