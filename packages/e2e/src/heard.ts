import type { Page } from "@playwright/test";

/** The strikes of each chime by their pitch in hertz, as the sound graph is told them. */
export const chimes = {
  ...{ newOrder: [392, 392], ageing: [196], connectionLost: [329.6, 261.6] },
  ready: [1046.5, 1568],
} as const;

/**
 * Listens to the page's sound graph; to be called before the page is opened. Answers the strikes so far.
 * @param untilTap the page is silent until a tap, as with a person: to a browser Playwright's first look at a page
 * is one
 */
export async function hear(page: Page, { untilTap = true } = {}): Promise<() => Promise<number[]>> {
  if (untilTap) await page.addInitScript(lockSound);
  await page.addInitScript((pitches) => {
    const heard: number[] = [];
    Object.assign(window, { heard });
    const create = AudioContext.prototype.createOscillator;
    AudioContext.prototype.createOscillator = function () {
      const oscillator = create.call(this);
      const start = oscillator.start.bind(oscillator);
      const { frequency } = oscillator;
      const ramp = frequency.exponentialRampToValueAtTime.bind(frequency);
      let pitch = 0;
      frequency.exponentialRampToValueAtTime = (hertz: number, at: number) => {
        pitch = hertz;
        return ramp(hertz, at);
      };
      oscillator.start = (at?: number) => {
        // The partials above are its timbre.
        if (pitches.includes(pitch) && this.state === "running") heard.push(pitch);
        start(at);
      };
      return oscillator;
    };
  }, Object.values(chimes).flat() as number[]);
  return () => page.evaluate(() => (window as unknown as { heard: number[] }).heard); // set above
}

/** Runs in the page. */
function lockSound(): void {
  const { AudioContext } = window;
  window.AudioContext = class extends AudioContext {
    constructor() {
      super();
      void this.suspend();
    }
  };
}
