import { shops } from "../seeds";
import type { Act, Role, Step, Story } from "./story";

const patience = 900;
const onTheCounter = 600;

const by = (role: Role, ...acts: Act[]): Step[] => acts.map((act) => ({ by: role, act }));

/** The lives that an order can have; what each came to is recorded beside this file. */
export const stories: readonly Story[] = [
  {
    name: "served to somebody without a phone",
    steps: [{ begin: "walk-up" }, ...by("ana", "submit", "make", "complete", "collect")],
  },
  {
    name: "ordered by phone with more time, and left on the counter",
    steps: [
      { begin: "by code" },
      ...by("customer", "extend", "submit"),
      ...by("ben", "make"),
      ...by("customer", "cancel"),
      ...by("ben", "complete"),
      { pass: onTheCounter, until: "COLLECTED" },
    ],
  },
  { name: "cancelled by its customer", steps: [{ begin: "by code" }, ...by("customer", "submit", "cancel")] },
  { name: "never chosen", steps: [{ begin: "by code" }, { pass: patience, until: "EXPIRED" }] },
  {
    name: "never made",
    steps: [{ begin: "by code" }, ...by("customer", "submit"), { pass: patience, until: "EXPIRED" }],
  },
  {
    name: "taken, given back, taken by another, recalled and made again",
    steps: [
      { begin: "by code" },
      ...by("customer", "submit"),
      ...by("ana", "make", "unmake"),
      ...by("ben", "make"),
      ...by("ana", "complete"),
      ...by("manager", "complete"),
      ...by("ana", "recall", "complete"),
      ...by("ben", "collect"),
    ],
  },
  {
    name: "cancelled by the bar while it was made",
    steps: [{ begin: "by code" }, ...by("customer", "submit"), ...by("ana", "make", "cancel", "collect")],
  },
  {
    name: "sent twice with one key, and once more when it was over",
    steps: [
      { begin: "walk-up" },
      { by: "ana", act: "submit", key: "one" },
      { by: "ana", act: "submit", key: "one" },
      ...by("ana", "complete", "collect"),
      { by: "ana", act: "submit", key: "one" },
      { by: "ana", act: "submit", key: "two" },
    ],
  },
  {
    name: "begun by hand, as in the workshop",
    steps: [{ begin: "by hand" }, ...by("ana", "submit", "make", "complete", "collect")],
  },
  {
    name: "begun by hand twice",
    steps: [{ begin: "by hand" }, "begin by hand again", ...by("ana", "submit", "cancel")],
  },
  {
    name: "served although its workflow was stopped",
    steps: [{ begin: "walk-up" }, "stop the workflow", ...by("ana", "submit", "complete", "collect")],
  },
  {
    name: "refused by a closed shop",
    eventId: shops.closed,
    steps: [{ begin: "walk-up" }, ...by("ana", "submit")],
  },
  { name: "refused by a full shop", eventId: shops.full, steps: [{ begin: "walk-up" }] },
  { name: "refused by a paused shop", eventId: shops.paused, steps: [{ begin: "walk-up" }] },
];
