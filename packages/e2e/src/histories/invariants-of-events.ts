import { isFinal } from "@serverlesspresso/contracts/order-state";
import { both, checkEach, type Invariant, unless } from "./invariant";

/** What comes of itself: the clock, and events however often and in whatever order. */
export const invariantsOfEvents: readonly Invariant[] = [
  {
    id: "I11",
    says: "a time-out and a person at the same instant: one wins and every view agrees",
    check: ({ rows, views, running }) => {
      const timedOut = rows.filter(({ history }) => history.some(({ by }) => by === "clock"));
      const shown = views.flatMap(({ list }) => list.orders);
      return both(
        checkEach(timedOut, ({ SK, history, ORDERSTATE, execution }) => {
          const ends = history.filter(({ state }) => isFinal(state)).length;
          const isOver = ends === 1 && isFinal(ORDERSTATE);
          const runs = execution !== undefined && running.has(execution);
          return unless(isOver && !runs, `${SK} timed out, ended ${ends} times, its workflow runs: ${runs}`);
        }),
        checkEach(
          shown.filter(({ id }) => timedOut.some(({ SK }) => SK === id)),
          ({ id, state }) => unless(isFinal(state), `${id} timed out, and somebody sees it as ${state}`),
        ),
      );
    },
  },
  {
    id: "I14",
    says: "events duplicated, delayed, reordered give the same end",
    check: ({ rows, perturbed, running, stopped }) => {
      if (perturbed === 0) return { checked: 0, violations: [] };
      return checkEach(rows, ({ SK, history, ORDERSTATE, execution, waitingFor }) => {
        const admissions = history.filter(({ by, state }) => by === "shop" && state === "CREATED").length;
        const isFollowed =
          execution === undefined || stopped.has(execution) || isFinal(ORDERSTATE) !== running.has(execution);
        return [
          ...unless(admissions <= 1, `${SK} was admitted ${admissions} times`),
          ...unless(isFollowed, `${SK} is ${ORDERSTATE}, its workflow waits for ${waitingFor}`),
        ];
      });
    },
  },
  {
    id: "I15",
    says: "redriving a queue changes nothing already done",
    check: ({ redriven }) => ({ checked: redriven.events, violations: redriven.changes }),
  },
];
