import type { ModelState, Setting } from "./model-state";
import type { Rules } from "./rules";

/** A shop with its people, and the rules that it keeps. */
export interface World {
  setting: Setting;
  rules: Rules;
}

/** One step of the model: a single write or call, or something that happens. */
export interface Action {
  /** What happens, as a sentence of a story. */
  says: string;
  /** The system must go on by itself; people, faults and the clock may, within the bounds. */
  kind: "system" | "person" | "fault" | "clock";
  next: ModelState;
}
