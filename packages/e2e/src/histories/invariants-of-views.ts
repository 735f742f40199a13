import { isFinal } from "@serverlesspresso/contracts/order-state";
import { findLeaks } from "../find-leaks";
import type { View } from "./audience";
import type { Evidence } from "./evidence";
import { both, checkEach, groupBy, type Invariant, unless, type Verdict } from "./invariant";
import type { OrderItem } from "./tables";

/** What people are told, and what their screens make of it. */
export const invariantsOfViews: readonly Invariant[] = [
  {
    id: "I7",
    says: "nobody is told what the row does not say",
    check: ({ rows, told, histories }) => {
      const byId = new Map(rows.map((row) => [row.SK, row]));
      const answered = histories.flatMap(({ orderId, calls }) =>
        calls.flatMap(({ answered }) =>
          "order" in answered && answered.order ? [{ id: orderId, ...answered.order }] : [],
        ),
      );
      const heard = told.flatMap(({ order }) => (byId.has(order.id) ? [order] : []));
      return checkEach([...heard, ...answered], ({ id, version, state, number }) => {
        const row = byId.get(id);
        const step = row?.history.find((each) => each.version === version);
        const isSo = step?.state === state && (number === null || number === row?.orderNumber);
        return unless(isSo, `${id} was told as ${state}, version ${version}, number ${number}`);
      });
    },
  },
  {
    id: "I8",
    says: "each committed change reaches each authorised live client, at latest after its resync",
    check: (evidence) => {
      const last = misshown(evidence);
      return evidence.isFeedWhole ? both(last, unheard(evidence)) : last;
    },
  },
  {
    id: "I9",
    says: "a client's view never goes back in version",
    check: ({ views }) => ({
      checked: views.reduce((sum, { highest }) => sum + highest.size, 0),
      violations: views.flatMap(({ wentBack }) => wentBack),
    }),
  },
  {
    id: "I13",
    says: "no token, secret, address or other customer's data in anything a client receives",
    check: ({ sent, rows, codes, told, strange, views }) => {
      const taskTokens = new Set(rows.flatMap(({ TaskToken }) => TaskToken ?? []));
      const customers = views.flatMap(({ channel, caller }) => (channel === "customer" ? [caller.sub] : []));
      const secrets = {
        taskTokens,
        codes: new Set(codes.map(({ code }) => code)),
        customers: new Set(customers),
      };
      const ownerOf = new Map(rows.map(({ SK, USERID }) => [SK, USERID]));
      const own = told.filter(({ channel, order }) => channel === "customer" && ownerOf.has(order.id));
      return both(
        { checked: sent.length, violations: findLeaks(sent, secrets) },
        checkEach(own, ({ sub, order }) =>
          unless(ownerOf.get(order.id) === sub, `somebody else was told of ${order.id}`),
        ),
        { checked: told.length, violations: strange },
      );
    },
  },
  {
    id: "I16",
    says: "after faults stop, row, workflow and views agree within 120 s",
    check: ({ rows, settledSeconds, disagreements, views }) => ({
      checked: rows.length * 3 + views.length,
      violations: [
        ...disagreements,
        ...unless(settledSeconds <= 120, `it took ${settledSeconds} s to agree`),
      ],
    }),
  },
];

/** Whose screen shows an order otherwise than its row is, once all has been told. */
export function misshown({ views, rows }: Pick<Evidence, "views" | "rows">): Verdict {
  return checkEach(views, (view) => missingFrom(view, rows));
}

function missingFrom(view: View, rows: Evidence["rows"]): string[] {
  const shown = new Map(view.list.orders.map((order) => [order.id, order]));
  return rows
    .filter((row) => isFor(view, row))
    .flatMap(({ SK, version, ORDERSTATE }) => {
      const seen = shown.get(SK);
      const isGone = view.channel === "queue" && isFinal(ORDERSTATE);
      if (isGone)
        return unless(seen === undefined || isFinal(seen.state), `${SK} is still on a barista's screen`);
      return unless(
        seen?.version === version,
        `${view.caller.name} sees ${SK} at ${seen?.version}, not ${version}`,
      );
    });
}

function isFor({ channel, caller }: View, { USERID, orderNumber }: OrderItem): boolean {
  return channel === "customer" ? USERID === caller.sub : orderNumber !== undefined;
}

/** What each who listens has to hear at once, and what of it they have not heard. */
export function unheard({ views, told, rows }: Pick<Evidence, "views" | "told" | "rows">): Verdict {
  const heard = groupBy(told, ({ sub, channel }) => `${sub} ${channel}`);
  return both(
    ...views.map((view) => {
      const messages = heard.get(`${view.caller.sub} ${view.channel}`) ?? [];
      const versions = new Set(messages.map(({ order }) => `${order.id} ${order.version}`));
      const due = rows.filter((row) => isFor(view, row)).flatMap((row) => toldVersions(row, view.channel));
      return checkEach(due, (version) =>
        unless(versions.has(version), `${view.caller.name} did not hear ${version}`),
      );
    }),
  );
}

/** All but the first, which nobody waits for, and more time to choose, which its asker is answered. */
function toldVersions({ SK, history }: OrderItem, channel: View["channel"]): string[] {
  const numbered = history.findIndex(({ message }) => message.startsWith("Number "));
  return history.slice(channel === "queue" ? numbered : 1).flatMap(({ state, version }, index, steps) => {
    const isExtension = state === "CREATED" && steps[index - 1]?.state === "CREATED";
    return isExtension ? [] : [`${SK} ${version}`];
  });
}
