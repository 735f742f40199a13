import type { Told } from "../code/code-state";
import type { PictureOf } from "./picture";

/** What stands on the counter while nobody can order: a sign with the time where there is one to tell. */
export function pictureOf({ kind, sign }: Told): PictureOf {
  switch (kind) {
    case "closed":
      return sign === null ? "stacked cups" : { sign };
    case "paused":
      return { sign: sign ?? "Pause" };
    case "full":
      return "moka pot";
    case "exhausted":
      return sign === null ? "moka pot" : { sign };
  }
}
