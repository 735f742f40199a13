export interface SoakOptions {
  /** Of the shop's time. */
  hours: number;
  /** How many of them pass in one, where the shop's clock runs by itself. */
  speed: number;
  /** How long the orders' lives are tried, in minutes of this machine's time, and from which seed. */
  minutes: number;
  /** How many commands are to be sent at least, however long that takes; minutes count where it is not said. */
  commands?: number | undefined;
  seed: number;
  /** The Chromium that shows the screen. */
  browser: string;
  /** Where the readings are written, too. */
  json?: string | undefined;
}
