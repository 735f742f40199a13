export interface SoakOptions {
  /** Of the shop's time. */
  hours: number;
  /** How many of them pass in one, where the shop's clock runs by itself. */
  speed: number;
  /** The Chromium that shows the screen. */
  browser: string;
  /** Where the readings are written, too. */
  json?: string | undefined;
}
