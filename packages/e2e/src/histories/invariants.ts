import type { Invariant } from "./invariant";
import { invariantsOfEvents } from "./invariants-of-events";
import { invariantsOfPlaces } from "./invariants-of-places";
import { invariantsOfRows } from "./invariants-of-rows";
import { invariantsOfViews } from "./invariants-of-views";

/** Everything that must never be broken, in the order of its number. */
export const invariants: readonly Invariant[] = [
  ...invariantsOfRows,
  ...invariantsOfPlaces,
  ...invariantsOfViews,
  ...invariantsOfEvents,
].sort((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)));
