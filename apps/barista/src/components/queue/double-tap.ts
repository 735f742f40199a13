/** What is read of a click. */
type Tap = Pick<MouseEvent, "detail" | "timeStamp" | "clientX" | "clientY">;

const soonMs = 400;
/** Within a fingertip, in CSS pixels. */
const nearPx = 32;

/**
 * Tells the second tap of a double tap: by then another button stands there, and it was not meant for that one.
 * Chromium and Firefox count clicks in `detail`, 0 for a key; Safari on a tablet says 1 each time.
 */
export class DoubleTaps {
  #last: Tap | null = null;

  isSecond(tap: Tap): boolean {
    const last = this.#last;
    this.#last = tap.detail === 0 ? null : tap;
    if (tap.detail === 0) return false;
    if (tap.detail > 1) return true;
    if (last === null || tap.timeStamp - last.timeStamp > soonMs) return false;
    return Math.hypot(tap.clientX - last.clientX, tap.clientY - last.clientY) <= nearPx;
  }
}

/** Of all buttons of the queue: a ticket's takes the place of another's. */
export const doubleTaps = new DoubleTaps();
